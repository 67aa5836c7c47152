<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<#import "face.ftl" as camera>
<@layout.page heading=msg("signInFace.title") lead=msg("signInFace.lead") script="face.js">
  <@layout.form id="face">
    <@camera.stage/>
    <@layout.actions primary=msg("face.start")>
      <#if skippable><@layout.quiet action="without_face" label=msg("signInFace.without")/></#if>
      <@layout.quiet action="cancel" label=msg("cancel")/>
    </@layout.actions>
  </@layout.form>
  <ul class="ticks">
    <li><@icons.icon "lock"/><span>${msg("signInFace.why")}</span></li>
  </ul>
  <@camera.help/>
</@layout.page>
