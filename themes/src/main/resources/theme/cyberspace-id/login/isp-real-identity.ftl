<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<#import "isp.ftl" as asks>
<#assign isp = layout.clientName()>
<@layout.page heading=msg("realIdentity.title", isp) lead=msg("realIdentity.lead")>
  <@asks.who isp/>
  <dl class="facts">
    <@layout.row msg("realIdentity.law")>${law}</@layout.row>
    <@layout.row msg("realIdentity.purpose")>${purpose}</@layout.row>
    <@layout.row msg("realIdentity.retention")>${retention}</@layout.row>
  </dl>
  <@layout.form>
    <fieldset class="choices">
      <legend class="legend">${msg("realIdentity.choose")}<span class="choice__hint">${msg("realIdentity.choose.hint")}</span></legend>
      <#list values as value><@asks.tick name=value.name label=msg("realIdentity." + value.name) detail=value.essential?then(msg("consent.required", isp), "")/></#list>
    </fieldset>
    <p class="hint-line"><@icons.icon "info"/>${msg("realIdentity.receipt")}</p>
    <@asks.answers yes="provide" yesLabel=msg("realIdentity.provide") no="withhold" noLabel=msg("realIdentity.withhold")/>
  </@layout.form>
  <@asks.policies isp/>
</@layout.page>
