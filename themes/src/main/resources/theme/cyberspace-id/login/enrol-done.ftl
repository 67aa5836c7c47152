<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<@layout.page heading=msg("done.title") lead=msg("done.lead")>
  <section class="card" aria-label="${msg("done.card")}">
    <svg class="card__net" viewBox="0 0 400 240" preserveAspectRatio="xMaxYMid slice" aria-hidden="true" focusable="false"><g fill="none" stroke="currentColor"><#list 0..11 as n><ellipse cx="330" cy="120" rx="${(30 + n * 16)?c}" ry="${(150 - n * 11)?c}" transform="rotate(${(n * 15)?c} 330 120)"/></#list></g></svg>
    <div class="card__top"><@icons.mark class="card__mark"/><p class="card__brand">${msg("brand.name")}</p></div>
    <p class="card__label">${msg("done.number", ispName)}</p>
    <@layout.number networkNumber "card__number"/>
    <dl class="card__facts">
      <div><dt>${msg("verified.document")}</dt><dd>${layout.documentName(documentType)}</dd></div>
      <div><dt>${msg("done.validUntil")}</dt><dd>${layout.day(expiresOn)}</dd></div>
    </dl>
  </section>
  <ul class="ticks">
    <#list ["unique", "signIn", "nothing"] as item><li><@icons.icon "check"/><span>${msg("done." + item, ispName)}</span></li></#list>
  </ul>
  <@layout.form>
    <@layout.actions primary=msg("done.continue", ispName)>
      <@layout.quiet action="add_passkey" label=msg("done.passkey")/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
