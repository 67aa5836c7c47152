<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<#import "passkey.ftl" as key>
<@layout.page heading=msg("addPasskey.title") lead=msg("addPasskey.lead") script="passkey.js">
  <ul class="ticks">
    <#list ["quick", "safe", "stays"] as item><li><@icons.icon "check"/><span>${msg("addPasskey." + item)}</span></li></#list>
  </ul>
  <@key.unsupported/>
  <@layout.form>
    <div data-passkey="create" data-challenge="${challenge}" data-rp-id="${rpId}" data-rp-name="${rpEntityName}" data-user-id="${userid}" data-account="${msg("brand.name")}" data-algorithms="<#list signatureAlgorithms as alg>${alg?c}<#sep>,</#list>" data-excluded="${excludeCredentialIds}" data-timeout="${createTimeout?c}">
      <#list ["publicKeyCredentialId", "clientDataJSON", "attestationObject", "transports", "authenticatorAttachment"] as part><input type="hidden" name="${part}"></#list>
      <@layout.input name="passkey_name" label=msg("addPasskey.name") hint=msg("addPasskey.name.hint") value=suggestedName!"" maxlength="40" required=false/>
      <@key.problem/>
    </div>
    <@layout.actions primary=msg("addPasskey.add") attribute="data-passkey-button">
      <@layout.quiet action="skip" label=msg("addPasskey.skip")/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
