<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<#import "isp.ftl" as asks>
<#assign isp = layout.clientName()>
<#assign required = items?filter(item -> item.essential)>
<#assign optional = items?filter(item -> !item.essential)>
<@layout.page heading=msg("consent.title", isp)>
  <@asks.who isp/>
  <@layout.form>
    <div class="part">
    <h2>${msg("consent.will")}</h2>
    <ul class="ticks">
      <li><@icons.icon "check"/><div>${msg("consent.network_number")}<span class="ticks__detail">${msg("consent.network_number.detail")}</span><@layout.number networkNumber/></div></li>
      <#list required as item>
      <li><@icons.icon "check"/><div>${msg("consent." + item.text)}<span class="ticks__detail">${msg("consent." + item.text + ".detail")}</span><span class="ticks__detail">${msg("consent.required", isp)}</span></div></li>
      </#list>
      <#list settled as text>
      <li><@icons.icon "check"/><div>${msg("consent." + text)}<span class="ticks__detail">${msg("consent.settled")}</span></div></li>
      </#list>
    </ul>
    </div>
    <#if optional?has_content>
    <fieldset class="choices">
      <legend class="legend">${msg("consent.choose")}<span class="choice__hint">${msg("consent.choose.hint")}</span></legend>
      <#list optional as item><@asks.tick name=item.name label=msg("consent." + item.text) detail=msg("consent." + item.text + ".detail") checked=item.ticked/></#list>
    </fieldset>
    </#if>
    <div class="part">
    <h2>${msg("consent.willNot")}</h2>
    <ul class="ticks ticks--no">
      <#list ["name", "document_number", "birth_date", "photo", "mobile", "others"]?filter(item -> !values?seq_contains(item)) as item><li><@icons.icon "cross"/><span>${msg("consent.willNot." + item)}</span></li></#list>
    </ul>
    </div>
    <#if values?has_content><p class="inset">${msg("consent.values.next")}</p></#if>
    <p class="hint-line"><@icons.icon "clock"/>${msg("consent.until", isp, layout.day(until))}</p>
    <@asks.answers yes="continue" yesLabel=msg("consent.accept") no="refuse" noLabel=msg("consent.refuse")/>
  </@layout.form>
  <@asks.policies isp/>
</@layout.page>
