<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<#assign code = problem!"unknown">
<#assign way = wayOn!"try_again">
<@layout.page heading=layout.problemText(code, "title") lead=layout.problemText(code, "what") problemSummary=false mark="alert">
  <div class="inset" data-problem="${code}">
    <p>${layout.problemText(code, "next")}</p>
  </div>
  <p class="small">${msg("problem.code", code)}<#if !["start_over", "leave"]?seq_contains(way)> · ${msg("problem.nothingLost")}</#if></p>
  <@layout.form>
    <@layout.actions primary=msg("wayOn." + way)>
      <#if (step!0) gte 3 && way != "other_document" && way != "sign_in"><@layout.quiet action="other_document" label=msg("wayOn.other_document")/></#if>
      <#if way != "service_hall" && way != "sign_in"><@layout.quiet action="other_way" label=msg("wayOn.service_hall")/></#if>
      <#if way != "leave"><@layout.quiet action="cancel" label=msg("leave")/></#if>
    </@layout.actions>
  </@layout.form>
</@layout.page>
