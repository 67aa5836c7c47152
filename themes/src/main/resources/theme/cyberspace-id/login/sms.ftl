<#import "template.ftl" as layout>
<#-- The code's input and the button that asks for another. Without script the button is simply there: the server knows when it is too early. -->
<#macro code>
  <@layout.input name="sms_code" label=msg("sms.label") hint=msg("sms.hint") inputmode="numeric" autocomplete="one-time-code" class="input--code" error=problem!""/>
</#macro>
<#macro resend>
  <button class="link-button" name="action" value="resend" data-resend-after="${(resendAfterSeconds!0)?c}" data-wait="${msg("sms.resend.wait", "#")}" data-ready="${msg("sms.resend")}">${msg("sms.resend")}</button>
</#macro>
