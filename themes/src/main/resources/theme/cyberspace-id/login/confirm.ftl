<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<#import "passkey.ftl" as key>
<#-- What is about to be done, and the ways to confirm it: the first of them is the primary button. -->
<@layout.page heading=msg("confirm." + act + ".title") lead=msg("confirm." + act + ".lead") script=ways?seq_contains("passkey")?then("passkey.js", "")>
  <ul class="ticks">
    <#list ["now", "services", "back"] as item><li><@icons.icon "alert"/><span>${msg("confirm." + act + "." + item)}</span></li></#list>
  </ul>
  <p>${msg("confirm.prove." + ways?join(".", "nothing"))}</p>
  <#assign strongest = (ways?first)!"">
  <#assign byPasskey = strongest == "passkey">
  <#if byPasskey><@key.unsupported/></#if>
  <@layout.form>
    <#if byPasskey><@key.use/></#if>
    <#if strongest == "">
    <@layout.actions primary=msg("confirm.cancel") action="cancel"/>
    <#else>
    <@layout.actions primary=msg("confirm.by." + strongest) action=strongest attribute=byPasskey?then("data-passkey-button", "")>
      <#list ways?filter(way -> way != strongest) as way><@layout.quiet action=way label=msg("confirm.by." + way)/></#list>
      <@layout.quiet action="cancel" label=msg("confirm.cancel")/>
    </@layout.actions>
    </#if>
  </@layout.form>
</@layout.page>
