<#-- Where the QR code leads. The handle stands in the fragment: only the script can hand it over. -->
<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<@layout.page heading=msg("scan.approve.title") script="scan-open.js">
  <@layout.form id="hand-over">
    <input type="hidden" name="handle" value="">
    <noscript><p class="notice"><@icons.icon "info"/><span class="notice__text">${msg("scan.noscript")}</span></p></noscript>
    <p class="notice" role="status" data-nothing<#if !problem?has_content> hidden</#if>><@icons.icon "info"/><span class="notice__text">${msg("scan.nothing")}</span></p>
    <#if !problem?has_content>
    <div data-hand-over>
      <p class="lead">${msg("scan.handOver")}</p>
      <div class="actions"><button class="button button--primary" type="submit" name="action" value="continue">${msg("continue")}</button></div>
    </div>
    </#if>
  </@layout.form>
</@layout.page>
