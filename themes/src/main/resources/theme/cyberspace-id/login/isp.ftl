<#-- What the two pages about an ISP have in common: who asks, and whether an item is required. -->
<#import "template.ftl" as layout>
<#macro who name>
<div class="isp"><span class="isp__initial" aria-hidden="true">${name?substring(0, 1)?upper_case}</span><div><p class="isp__name">${name}</p><#if ispHost?has_content><p class="isp__host">${ispHost}</p></#if></div></div>
</#macro>

<#-- One thing to say yes or no to. -->
<#macro tick name label detail="" checked=false>
<div class="choice choice--tile">
  <input class="choice__input" type="checkbox" id="agree-${name}" name="agree-${name}" value="yes"<#if checked> checked</#if>>
  <label class="choice__label" for="agree-${name}">${label}<#if detail?has_content><span class="choice__hint">${detail}</span></#if></label>
</div>
</#macro>

<#-- Two answers of the same size, the first of which Enter means. -->
<#macro answers yes yesLabel no noLabel>
<div class="actions actions--even">
  <button class="button button--primary" type="submit" name="action" value="${yes}">${yesLabel}</button>
  <button class="button button--secondary" name="action" value="${no}">${noLabel}</button>
</div>
</#macro>

<#macro policies name>
<#if client.attributes.policyUri?? || client.attributes.tosUri??>
<p class="small"><#if client.attributes.policyUri??><a href="${client.attributes.policyUri}" target="_blank" rel="noopener noreferrer">${msg("consent.policy", name)}</a></#if><#if client.attributes.tosUri??> <a href="${client.attributes.tosUri}" target="_blank" rel="noopener noreferrer">${msg("consent.terms", name)}</a></#if></p>
</#if>
</#macro>
