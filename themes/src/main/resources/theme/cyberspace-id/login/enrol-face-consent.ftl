<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<@layout.page heading=msg("faceConsent.title") lead=msg("faceConsent.lead") mark="face">
  <h2>${msg("faceConsent.does")}</h2>
  <ul class="ticks">
    <#list ["compare", "live", "portrait"] as item><li><@icons.icon "check"/><span>${msg("faceConsent.does." + item)}</span></li></#list>
  </ul>
  <h2>${msg("faceConsent.doesNot")}</h2>
  <ul class="ticks ticks--no">
    <#list ["store", "share", "other"] as item><li><@icons.icon "cross"/><span>${msg("faceConsent.doesNot." + item)}</span></li></#list>
  </ul>
  <p>${msg("faceConsent.choice")}</p>
  <p class="small">${msg("notice.version", noticeVersion)}</p>
  <@layout.form>
    <#if !(recovering!false)>
    <div class="choice">
      <input class="choice__input" type="checkbox" id="keep_template" name="keep_template" value="yes">
      <label class="choice__label" for="keep_template">${msg("faceConsent.keep")}<span class="choice__hint">${msg("faceConsent.keep.hint")}</span></label>
    </div>
    </#if>
    <@layout.actions primary=msg("faceConsent.agree")>
      <@layout.quiet action="other_way" label=msg("faceConsent.decline")/>
      <@layout.quiet action="back" label=msg("back")/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
