<#import "template.ftl" as layout>
<#macro items list>
<ul class="services">
  <#list list as item>
  <li>
    <div class="isp"><div><p class="isp__name">${item.name?has_content?then(item.name, msg("myId." + item.kind + ".unnamed"))}</p><p class="isp__host"><#if item.here!false>${msg("myId.here")}<#else>${(item.lastUsedOn == "1970-01-01")?then(msg("myId.lastUsed.unknown"), msg("myId.lastUsed", layout.day(item.lastUsedOn)))}</#if></p></div></div>
    <button class="button button--secondary" form="my-id" name="item" value="${item.key}" aria-label="${msg("myId.open.of", item.name?has_content?then(item.name, msg("myId." + item.kind + ".unnamed")))}">${msg("myId.open")}</button>
  </li>
  </#list>
</ul>
</#macro>
<@layout.page heading=msg("myId.title") lead=msg("myId.lead")>
  <h2>${msg("myId.passkeys")}</h2>
  <p>${passkeys?has_content?then(msg("myId.passkeys.text"), msg("myId.passkeys.none"))}</p>
  <#if passkeys?has_content><@items passkeys/></#if>
  <p><a class="button button--secondary" href="${actionsUrl}/add-passkey">${msg("myId.addPasskey")}</a></p>
  <h2>${msg("myId.devices")}</h2>
  <p>${devices?has_content?then(msg("myId.devices.text"), msg("myId.devices.none"))}</p>
  <#if devices?has_content><@items devices/></#if>
  <h2>${msg("myId.more")}</h2>
  <ul class="list">
    <li><a href="${servicesUrl}">${msg("myId.services")}</a></li>
    <li><a href="${actionsUrl}/change-mobile-number">${msg("myId.changeNumber")}</a></li>
    <li><a href="${actionsUrl}/freeze-id">${msg("myId.freeze")}</a></li>
    <li><a href="${actionsUrl}/delete-id">${msg("myId.delete")}</a></li>
  </ul>
  <p>${msg("myId.newDocument")}</p>
  <@layout.form id="my-id">
    <input type="hidden" name="form_token" value="${formToken}">
    <@layout.actions primary=msg("myServices.signOut") action="sign_out"/>
  </@layout.form>
</@layout.page>
