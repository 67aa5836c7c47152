<#import "template.ftl" as layout>
<#import "sms.ftl" as sms>
<@layout.page heading=msg("confirm." + act + ".title") lead=msg("confirm.code.lead", maskedMobile) field="sms_code">
  <@layout.form>
    <@sms.code/>
    <@layout.actions primary=msg("confirm." + act + ".submit")>
      <@sms.resend/>
      <@layout.quiet action="cancel" label=msg("confirm.cancel")/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
