<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<@layout.page heading=msg("hall.title") lead=msg("hall.lead")>
  <#if (hall.text)?has_content>
  <div class="inset"><#list hall.text?split("\n") as line><p>${line}</p></#list></div>
  <#else>
  <p>${msg("hall.where")}</p>
  </#if>
  <#if (hall.bring)?has_content>
  <h2>${msg("hall.bring.title")}</h2>
  <ul class="ticks">
    <#list hall.bring as key><li><@icons.icon "check"/><span>${msg(key)}</span></li></#list>
  </ul>
  </#if>
  <p>${msg("hall.nothingKept")}</p>
  <@layout.form>
    <@layout.actions primary=msg("hall.back") action="back">
      <@layout.quiet action="cancel" label=msg("leave")/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
