<#-- Where the QR code leads. The handle stands in the fragment: only the script can hand it over. -->
<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<#macro nothing hidden=""><p class="notice" role="status" data-nothing ${hidden}><@icons.icon "info"/><span class="notice__text">${msg("scan.nothing")}</span></p></#macro>
<#if problem?has_content>
<@layout.page heading=msg("scan.approve.title")><@nothing/></@layout.page>
<#else>
<@layout.page heading=msg("scan.approve.title") script="scan-open.js">
  <@layout.form id="hand-over">
    <input type="hidden" name="handle" value="">
    <noscript><p class="notice"><@icons.icon "info"/><span class="notice__text">${msg("scan.noscript")}</span></p></noscript>
    <@nothing hidden="hidden"/>
    <div data-hand-over>
      <p class="lead">${msg("scan.handOver")}</p>
      <div class="actions"><button class="button button--primary" type="submit" name="action" value="continue">${msg("continue")}</button></div>
    </div>
  </@layout.form>
</@layout.page>
</#if>
