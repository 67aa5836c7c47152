<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<@layout.page heading=msg("recoveryDone.title") lead=msg("recoveryDone.lead") mark="check">
  <ul class="ticks">
    <#list ["signIn", "out", "same"] as item><li><@icons.icon "check"/><span>${msg("recoveryDone." + item)}</span></li></#list>
  </ul>
  <@layout.form>
    <@layout.actions primary=msg("done.continue", ispName)/>
  </@layout.form>
</@layout.page>
