<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<#import "face.ftl" as camera>
<@layout.page heading=msg("face.title") lead=msg("face.lead") script="face.js">
  <@layout.form id="face">
    <@camera.stage/>
    <@layout.actions primary=msg("face.start")>
      <@layout.quiet action="other_way" label=msg("face.otherWay")/>
      <@layout.quiet action="cancel" label=msg("cancel")/>
    </@layout.actions>
  </@layout.form>
  <ul class="ticks">
    <li><@icons.icon "lock"/><span>${msg("face.why")}</span></li>
  </ul>
  <@camera.help/>
</@layout.page>
