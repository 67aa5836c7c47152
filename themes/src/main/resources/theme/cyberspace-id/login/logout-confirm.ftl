<#import "template.ftl" as layout>
<@layout.page heading=msg("logout.title") lead=msg("logout.lead") messageSummary=false>
  <form class="form" action="${url.logoutConfirmAction}" method="post">
    <input type="hidden" name="session_code" value="${logoutConfirm.code}">
    <div class="actions">
      <button class="button button--primary" type="submit" name="confirmLogout" id="kc-logout" value="yes">${msg("doLogout")}</button>
    </div>
  </form>
  <#if !logoutConfirm.skipLink && (client.baseUrl)?has_content>
  <p><a class="link-button" href="${client.baseUrl}">${msg("backToApplication")}</a></p>
  </#if>
</@layout.page>
