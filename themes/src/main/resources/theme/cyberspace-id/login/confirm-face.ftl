<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<#import "face.ftl" as camera>
<@layout.page heading=msg("confirm." + act + ".title") lead=msg("confirm.face.lead") script="face.js">
  <@layout.form id="face">
    <@camera.stage/>
    <@layout.actions primary=msg("face.start")><@layout.quiet action="cancel" label=msg("confirm.cancel")/></@layout.actions>
  </@layout.form>
  <ul class="ticks">
    <li><@icons.icon "lock"/><span>${msg("confirm.face.why")}</span></li>
  </ul>
  <@camera.help/>
</@layout.page>
