<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<@layout.page heading=msg("recoveryWaits.title") lead=msg("recoveryWaits.lead") mark="clock">
  <p>${msg("recoveryWaits.from")} <time datetime="${dueAt}+08:00">${msg("time.at", dueAt?replace("T", " "))}</time></p>
  <ul class="ticks">
    <#list ["why", "device", "back"] as item><li><@icons.icon "info"/><span>${msg("recoveryWaits." + item)}</span></li></#list>
  </ul>
  <@layout.form>
    <@layout.actions primary=msg("leave") action="cancel">
      <@layout.quiet action="stop_recovery" label=msg("recoveryWaits.stop")/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
