<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<#assign isp = layout.clientName()>
<@layout.page heading=msg("consent.title", isp)>
  <div class="isp"><span class="isp__initial" aria-hidden="true">${isp?substring(0, 1)?upper_case}</span><div><p class="isp__name">${isp}</p><#if ispHost?has_content><p class="isp__host">${ispHost}</p></#if></div></div>
  <h2>${msg("consent.will")}</h2>
  <ul class="ticks">
    <li><@icons.icon "check"/><div>${msg("consent.network_number")}<span class="ticks__detail">${msg("consent.network_number.detail")}</span><#if networkNumber?has_content><@layout.number networkNumber/></#if></div></li>
    <#list oauth.clientScopesRequested as scope>
    <#assign key = (scope.consentScreenText!"")?replace("^\\$\\{(.*)\\}$", "$1", "r")>
    <#assign detail = msg(key + ".detail")>
    <li><@icons.icon "check"/><span><#if scope.parameterizedScopeParameter??>${advancedMsg(scope.consentScreenText, scope.parameterizedScopeParameter)}<#else>${msg(key)}</#if><#if detail != key + ".detail"><span class="ticks__detail">${detail}</span></#if></span></li>
    </#list>
  </ul>
  <h2>${msg("consent.willNot")}</h2>
  <ul class="ticks ticks--no">
    <#list ["name", "number", "birthDate", "photo", "mobile", "others"] as item><li><@icons.icon "cross"/><span>${msg("consent.willNot." + item)}</span></li></#list>
  </ul>
  <p class="hint-line"><@icons.icon "clock"/>${msg("consent.until", isp)}</p>
  <form class="form" action="${url.oauthAction}" method="post">
    <input type="hidden" name="code" value="${oauth.code}">
    <div class="actions actions--even">
      <button class="button button--primary" type="submit" name="accept" id="kc-login" value="yes">${msg("consent.accept")}</button>
      <button class="button button--secondary" name="cancel" id="kc-cancel" value="yes">${msg("consent.refuse")}</button>
    </div>
  </form>
  <#if client.attributes.policyUri?? || client.attributes.tosUri??>
  <p class="small"><#if client.attributes.policyUri??><a href="${client.attributes.policyUri}" target="_blank" rel="noopener noreferrer">${msg("consent.policy", isp)}</a></#if><#if client.attributes.tosUri??> <a href="${client.attributes.tosUri}" target="_blank" rel="noopener noreferrer">${msg("consent.terms", isp)}</a></#if></p>
  </#if>
</@layout.page>
