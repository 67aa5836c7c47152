<#import "template.ftl" as layout>
<#import "passkey.ftl" as key>
<@layout.page heading=msg("passkey.second.title") lead=msg("passkey.second.lead") script="passkey.js">
  <@key.unsupported/>
  <@layout.form>
    <@key.use/>
    <@layout.actions primary=msg("passkey.use") action="passkey" attribute="data-passkey-button">
      <@layout.quiet action="sms" label=msg("passkey.second.sms")/>
      <@layout.quiet action="cancel" label=msg("cancel")/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
