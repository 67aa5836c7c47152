<#import "template.ftl" as layout>
<@layout.page heading=msg("pageExpiredTitle") lead=msg("expired.lead") mark="clock" messageSummary=false>
  <p><a class="button button--primary" id="loginContinueLink" href="${url.loginAction}">${msg("expired.continue")}</a></p>
  <p><a class="link-button" id="loginRestartLink" href="${url.loginRestartFlowUrl}">${msg("expired.restart")}</a></p>
</@layout.page>
