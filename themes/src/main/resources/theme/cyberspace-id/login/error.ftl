<#import "template.ftl" as layout>
<#assign code = problem!"">
<@layout.page heading=code?has_content?then(layout.problemText(code, "title"), msg("errorTitle")) lead=code?has_content?then(layout.problemText(code, "what"), (message.summary)!"") problemSummary=false messageSummary=false mark="alert">
  <div class="inset"<#if code?has_content> data-problem="${code}"</#if>>
    <p><#if code?has_content>${layout.problemText(code, "next")}<#else>${msg("error.next")}</#if></p>
  </div>
  <#if code?has_content><p class="small">${msg("problem.code", code)}</p></#if>
  <#if traceId??><p class="small">${msg("traceIdSupportMessage", traceId)}</p></#if>
  <#if !skipLink?? && (client.baseUrl)?has_content>
  <form class="form" action="${client.baseUrl}" method="get">
    <div class="actions"><button class="button button--primary" type="submit">${msg("error.backTo", layout.clientName())}</button></div>
  </form>
  </#if>
</@layout.page>
