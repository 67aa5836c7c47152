<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<#import "passkey.ftl" as key>
<#-- What is about to be done, and the ways to confirm it: the first of them is the primary button. -->
<@layout.page heading=msg("confirm." + act + ".title") lead=msg("confirm." + act + ".lead") script=ways?seq_contains("passkey")?then("passkey.js", "")>
  <ul class="ticks">
    <#list ["now", "services", "back"] as item><li><@icons.icon "alert"/><span>${msg("confirm." + act + "." + item)}</span></li></#list>
  </ul>
  <p>${msg("confirm.prove." + ways?join("."))}</p>
  <#assign byPasskey = ways?first == "passkey">
  <#if byPasskey><@key.unsupported/></#if>
  <@layout.form>
    <#if byPasskey><@key.use/></#if>
    <@layout.actions primary=msg("confirm.by." + ways?first) action=ways?first attribute=byPasskey?then("data-passkey-button", "")>
      <#list ways?filter(way -> way != ways?first) as way><@layout.quiet action=way label=msg("confirm.by." + way)/></#list>
      <@layout.quiet action="cancel" label=msg("confirm.cancel")/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
