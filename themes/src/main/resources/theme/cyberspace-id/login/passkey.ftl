<#-- A passkey's part of a form, script passkey.js. The button that uses it carries data-passkey-button; where it is not the page's primary
     button it is hidden until the script finds that the browser knows passkeys. -->
<#macro use>
<div data-passkey="get" data-challenge="${passkey.challenge}" data-rp-id="${passkey.rpId}" data-allowed="${passkey.allowed?join(",")}">
  <#list ["credentialId", "authenticatorData", "clientDataJSON", "signature", "userHandle"] as part><input type="hidden" name="${part}"></#list>
  <@problem/>
</div>
</#macro>

<#-- What the script says when the browser did not come back with a passkey. -->
<#macro problem><p class="field__error" role="alert" data-passkey-problem data-text="${msg("passkey.notUsed")}"></p></#macro>

<#-- Beside another primary button. -->
<#macro button><p><button class="button button--secondary" type="button" data-passkey-button hidden>${msg("passkey.use")}</button></p></#macro>

<#macro unsupported><p class="notice" data-passkey-unsupported><span class="notice__text">${msg("passkey.unsupported")}</span></p></#macro>
