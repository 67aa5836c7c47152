<#import "template.ftl" as layout>
<#import "sms.ftl" as sms>
<@layout.page heading=msg("sms.title") lead=msg("sms.lead", maskedMobile) field="sms_code">
  <@layout.form>
    <@sms.code/>
    <@layout.actions primary=msg("changeMobile.confirm")>
      <@sms.resend/>
      <@layout.quiet action="other_number" label=msg("sms.otherNumber")/>
      <@layout.quiet action="cancel" label=msg("cancel")/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
