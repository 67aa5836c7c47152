<#import "template.ftl" as layout>
<#import "services.ftl" as of>
<#import "icons.ftl" as icons>
<@layout.page heading=msg("renewNumber.title", service.name) lead=msg("renewNumber.lead", service.name)>
  <@of.who service/>
  <ul class="ticks">
    <#list ["account", "others", "back"] as item><li><@icons.icon "alert"/><span>${msg("renewNumber." + item, service.name)}</span></li></#list>
  </ul>
  <@layout.form>
    <@of.about service/>
    <@layout.actions primary=msg("renewNumber.confirm") action="renew_confirmed">
      <@layout.quiet action="back" label=msg("renewNumber.keep")/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
