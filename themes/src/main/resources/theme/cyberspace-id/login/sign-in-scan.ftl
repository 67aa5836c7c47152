<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<@layout.page heading=msg("scan.title") lead=msg("scan.lead", layout.clientName()) script="scan.js">
  <@layout.form id="scan">
    <div class="scan" data-status-url="${scan.statusUrl}" data-state="${scan.state}">
      <ol class="numbered">
        <li>
          <p>${msg("scan.open")}</p>
          <p class="scan__here"><a class="button button--secondary" rel="approve" href="${scan.href}"><@icons.icon "phone"/>${msg("scan.open.link")}</a></p>
          <details class="other-device">
            <summary>${msg("scan.qr.summary")}</summary>
            <svg class="qr" role="img" aria-label="${msg("scan.qr.label")}" viewBox="-4 -4 ${(scan.qrSize + 8)?c} ${(scan.qrSize + 8)?c}" shape-rendering="crispEdges"><rect x="-4" y="-4" width="100%" height="100%" fill="#fff"/><path d="${scan.qr}" fill="#000"/></svg>
          </details>
        </li>
        <li>
          <p>${msg("scan.number")}</p>
          <p class="scan__number" translate="no" data-number>${scan.number}</p>
        </li>
      </ol>
      <p class="status" role="status" aria-live="polite" data-status><span class="spinner" aria-hidden="true"></span><span data-status-text>${msg("scan.state." + scan.state)}</span></p>
      <div hidden>
        <#list ["waiting", "opened", "ended", "offline"] as s><span data-text="${s}">${msg("scan.state." + s)}</span></#list>
      </div>
    </div>
    <p class="hint-line"><@icons.icon "clock"/>${msg("scan.expires", (scan.expiresInSeconds / 60)?ceiling)}</p>
    <p class="inset">${msg("scan.never")}</p>
    <@layout.actions primary=msg("scan.continue")>
      <@layout.quiet action="again" label=msg("scan.again")/>
      <@layout.quiet action="password" label=msg("scan.password")/>
      <@layout.quiet action="cancel" label=msg("scan.cancel")/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
