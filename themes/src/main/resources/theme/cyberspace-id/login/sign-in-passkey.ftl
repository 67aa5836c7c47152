<#import "template.ftl" as layout>
<#import "passkey.ftl" as key>
<#-- After the password, or in a recovery after document and face. -->
<#assign place = (recovering!false)?then("recovery", "second")>
<@layout.page heading=msg("passkey." + place + ".title") lead=msg("passkey." + place + ".lead") script="passkey.js">
  <@key.unsupported/>
  <@layout.form>
    <@key.use/>
    <@layout.actions primary=msg("passkey.use") action="passkey" attribute="data-passkey-button">
      <#if place == "recovery">
      <@layout.quiet action="without_passkey" label=msg("passkey.without")/>
      <#else>
      <@layout.quiet action="sms" label=msg("passkey.second.sms")/>
      <@layout.quiet action="cancel" label=msg("cancel")/>
      </#if>
    </@layout.actions>
  </@layout.form>
</@layout.page>
