<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<#import "passkey.ftl" as key>
<#-- What is about to be done, and the ways to confirm it: the first of them is the primary button. -->
<@layout.page heading=msg("confirm." + act + ".title") lead=msg("confirm." + act + ".lead") script=ways?seq_contains("passkey")?then("passkey.js", "")>
  <ul class="ticks">
    <#list ["now", "services", "back"] as item><li><@icons.icon "alert"/><span>${msg("confirm." + act + "." + item)}</span></li></#list>
  </ul>
  <p>${msg("confirm.prove." + ways?join("."))}</p>
  <#if ways?first == "passkey">
  <@key.unsupported/>
  <@key.use label=msg("confirm.by.passkey") class="button button--primary" primary=true/>
  </#if>
  <@layout.form>
    <#if ways?first != "passkey">
    <@layout.actions primary=msg("confirm.by." + ways?first) action=ways?first><@layout.quiet action="cancel" label=msg("confirm.cancel")/></@layout.actions>
    <#else>
    <div class="actions"><div class="actions__quiet">
      <#if ways?seq_contains("face")><@layout.quiet action="face" label=msg("confirm.by.face")/></#if>
      <@layout.quiet action="cancel" label=msg("confirm.cancel")/>
    </div></div>
    </#if>
  </@layout.form>
</@layout.page>
