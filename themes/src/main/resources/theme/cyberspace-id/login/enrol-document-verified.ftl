<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<@layout.page heading=msg("verified.title") lead=msg("verified.lead") mark="check">
  <dl class="facts">
    <@layout.row msg("verified.name")>${maskedName}</@layout.row>
    <@layout.row msg("verified.document")>${layout.documentName(documentType)}</@layout.row>
    <@layout.row msg("verified.expires")>${layout.day(expiresOn)}</@layout.row>
    <@layout.row msg("verified.chip")>${msg("chip." + chipProof)}</@layout.row>
  </dl>
  <#if chipProof == "unprotected">
  <p class="notice"><@icons.icon "info"/><span class="notice__text">${msg("chip.unprotected.detail")}</span></p>
  </#if>
  <@layout.form>
    <@layout.actions primary=msg("verified.continue")>
      <@layout.quiet action="other_document" label=msg("document.other")/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
