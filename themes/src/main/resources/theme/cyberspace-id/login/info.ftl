<#import "template.ftl" as layout>
<@layout.page heading=messageHeader???then(msg(messageHeader!""), message.summary) lead=messageHeader???then(message.summary, "") messageSummary=false mark="info">
  <#if requiredActions?has_content>
  <ul class="list"><#list requiredActions as action><li>${msg("requiredAction." + action)}</li></#list></ul>
  </#if>
  <#if !skipLink??>
  <#if pageRedirectUri?has_content>
  <p><a class="button button--primary" href="${pageRedirectUri}">${msg("backToApplication")}</a></p>
  <#elseif actionUri?has_content>
  <p><a class="button button--primary" href="${actionUri}">${msg("proceedWithAction")}</a></p>
  <#elseif (client.baseUrl)?has_content>
  <p><a class="button button--primary" href="${client.baseUrl}">${msg("backToApplication")}</a></p>
  </#if>
  </#if>
</@layout.page>
