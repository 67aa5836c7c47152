<#-- A passkey's form, script passkey.js. It is hidden where the browser knows no passkeys or runs no scripts; the button carries no type on
     a page whose primary button is another. -->
<#import "template.ftl" as layout>
<#macro use label class="button button--secondary" primary=false>
<form class="form" id="passkey" action="${url.loginAction}" method="post" novalidate hidden data-passkey="get" data-challenge="${passkey.challenge}" data-rp-id="${passkey.rpId}" data-allowed="${passkey.allowed?join(",")}">
  <#list ["credentialId", "authenticatorData", "clientDataJSON", "signature", "userHandle"] as part><input type="hidden" name="${part}"></#list>
  <@problem/>
  <div class="actions"><button class="${class}"<#if primary> type="submit"</#if>>${label}</button></div>
</form>
</#macro>

<#-- What the script says when the browser did not come back with a passkey. -->
<#macro problem><p class="field__error" role="alert" data-passkey-problem data-text="${msg("passkey.notUsed")}"></p></#macro>

<#macro unsupported><p class="notice" data-passkey-unsupported><span class="notice__text">${msg("passkey.unsupported")}</span></p></#macro>
