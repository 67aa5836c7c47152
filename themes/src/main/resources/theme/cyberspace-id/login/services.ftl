<#-- What the three pages about a person's services have in common. -->
<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<#macro who service><div class="isp"><span class="isp__initial" aria-hidden="true">${service.name?substring(0, 1)?upper_case}</span><div><p class="isp__name">${service.name}</p><#if service.host?has_content><p class="isp__host">${service.host}</p></#if></div></div></#macro>

<#macro facts service>
<dl class="facts">
  <#if service.networkNumber?has_content><@layout.row msg("myServices.number")><@layout.number service.networkNumber "number"/></@layout.row></#if>
  <@layout.row msg("myServices.learns")><#if service.learns?has_content><ul class="list"><#list service.learns as text><li>${msg("consent." + text)}</li></#list></ul><#else>${msg("myServices.learns.nothing")}</#if></@layout.row>
  <@layout.row msg("myServices.until")>${layout.day(service.expiresOn)}</@layout.row>
</dl>
</#macro>

<#-- The form carries which service it is about, so that no address does. -->
<#macro about service><input type="hidden" name="form_token" value="${formToken}"><input type="hidden" name="service" value="${service.id}"></#macro>
