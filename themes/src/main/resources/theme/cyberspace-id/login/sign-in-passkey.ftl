<#import "template.ftl" as layout>
<#import "passkey.ftl" as key>
<@layout.page heading=msg("passkey.second.title") lead=msg("passkey.second.lead") script="passkey.js">
  <@key.unsupported/>
  <@key.use label=msg("passkey.use") class="button button--primary" primary=true/>
  <@layout.form>
    <div class="actions"><div class="actions__quiet">
      <@layout.quiet action="sms" label=msg("passkey.second.sms")/>
      <@layout.quiet action="cancel" label=msg("cancel")/>
    </div></div>
  </@layout.form>
</@layout.page>
