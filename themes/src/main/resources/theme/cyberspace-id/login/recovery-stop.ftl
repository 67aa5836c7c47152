<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<@layout.page heading=msg("recoveryStop.title") lead=msg("recoveryStop.lead") mark="alert">
  <p>${msg("recoveryStop.from")} <time datetime="${dueAt}+08:00">${msg("time.at", dueAt?replace("T", " "))}</time></p>
  <p>${msg("recoveryStop.text")}</p>
  <@layout.form>
    <@layout.actions primary=msg("recoveryStop.stop") action="stop_recovery">
      <@layout.quiet action="continue" label=msg("recoveryStop.mine")/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
