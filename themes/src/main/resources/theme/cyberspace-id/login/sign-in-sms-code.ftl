<#import "template.ftl" as layout>
<#import "sms.ftl" as sms>
<@layout.page heading=msg("sms.title") lead=msg("signIn.sms.lead", maskedMobile) field="sms_code">
  <@layout.form>
    <@sms.code/>
    <div class="choice">
      <input class="choice__input" type="checkbox" id="remember_device" name="remember_device" value="yes">
      <label class="choice__label" for="remember_device">${msg("signIn.remember")}<span class="choice__hint">${msg("signIn.remember.hint")}</span></label>
    </div>
    <@layout.actions primary=msg("signIn.submit")>
      <@sms.resend/>
      <@layout.quiet action="cancel" label=msg("cancel")/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
