<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<@layout.page heading=msg("notice.title") lead=msg("notice.lead", ispName)>
  <ul class="steps-list">
    <li><@icons.icon "document"/><div><strong>${msg("notice.need.document")}</strong><p>${msg("notice.need.document.detail")}</p></div></li>
    <li><@icons.icon "face"/><div><strong>${msg("notice.need.face")}</strong><p>${msg("notice.need.face.detail")}</p></div></li>
    <li><@icons.icon "phone"/><div><strong>${msg("notice.need.mobile")}</strong><p>${msg("notice.need.mobile.detail")}</p></div></li>
  </ul>
  <p class="hint-line"><@icons.icon "clock"/>${msg("notice.time")}</p>
  <h2>${msg("notice.heading")}</h2>
  <dl class="notice-text">
    <#list ["who", "why", "what", "how", "long", "share", "rights"] as part>
    <div><dt>${msg("notice." + part + ".title")}</dt><dd>${msg("notice." + part + ".text", ispName)}</dd></div>
    <#if part == "share" && registryAsked><div><dt>${msg("notice.registry.title")}</dt><dd>${msg("notice.registry.text")}</dd></div></#if>
    </#list>
  </dl>
  <details class="kept">
    <summary>${msg("kept.title")}</summary>
    <ul class="steps-list">
      <#list keptCategories as category>
      <li><div>
        <p class="kept__what">${msg("kept." + category + ".what")}</p>
        <p>${msg("kept.why", msg("kept." + category + ".why"))}</p>
        <p>${msg("kept.long", msg("kept." + category + ".long"))}</p>
      </div></li>
      </#list>
    </ul>
    <p class="small">${msg("kept.backups")}</p>
  </details>
  <p class="small">${msg("notice.version", noticeVersion)}<#if ispHost?has_content> · ${msg("notice.isp", ispName, ispHost)}</#if></p>
  <@layout.form>
    <@layout.actions primary=msg("notice.agree")>
      <@layout.quiet action="decline" label=msg("notice.decline")/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
