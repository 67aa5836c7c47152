<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<@layout.page heading=msg("recovery.title") lead=msg("recovery.lead")>
  <ul class="steps-list">
    <li><@icons.icon "document"/><div><strong>${msg("notice.need.document")}</strong><p>${msg("recovery.need.document")}</p></div></li>
    <li><@icons.icon "face"/><div><strong>${msg("notice.need.face")}</strong><p>${msg("recovery.need.face")}</p></div></li>
    <li><@icons.icon "phone"/><div><strong>${msg("notice.need.mobile")}</strong><p>${msg("recovery.need.mobile")}</p></div></li>
  </ul>
  <ul class="ticks">
    <#list ["wait", "out", "notice", "same"] as item><li><@icons.icon "info"/><span>${msg("recovery.then." + item)}</span></li></#list>
  </ul>
  <#if ispHost?has_content><p class="small">${msg("notice.isp", ispName, ispHost)}</p></#if>
  <@layout.form>
    <@layout.actions primary=msg("continue")>
      <@layout.quiet action="cancel" label=msg("cancel")/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
