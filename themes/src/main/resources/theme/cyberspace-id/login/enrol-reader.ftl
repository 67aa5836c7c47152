<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<#assign state = reader.state!"waiting">
<@layout.page heading=msg("reader.title", layout.documentName(documentType)) lead=msg("reader.lead") script="reader.js" field="reader_code">
  <@layout.form id="reader">
    <div class="reader" data-status-url="${reader.statusUrl}" data-state="${state}">
      <ol class="numbered">
        <li>
          <p>${msg("reader.open")}</p>
          <p><a class="button button--secondary" rel="reader" href="${reader.href}"><@icons.icon "phone"/>${msg("reader.open.link")}</a></p>
          <details class="other-device">
            <summary>${msg("reader.qr.summary")}</summary>
            <p>${msg("reader.qr.text")}</p>
            <svg class="qr" role="img" aria-label="${msg("reader.qr.label")}" viewBox="-4 -4 ${(reader.qrSize + 8)?c} ${(reader.qrSize + 8)?c}" shape-rendering="crispEdges"><rect x="-4" y="-4" width="100%" height="100%" fill="#fff"/><path d="${reader.qr}" fill="#000"/></svg>
          </details>
        </li>
        <li><p>${msg("reader.hold")}</p></li>
        <li>
          <p>${msg("reader.type")}</p>
          <details class="code-entry"<#if state == "claimed" || problem?has_content> open</#if>>
            <summary>${msg("reader.code.summary")}</summary>
            <@layout.input name="reader_code" label=msg("reader.code") hint=msg("reader.code.hint") inputmode="numeric" class="input--code" error=problem!"" required=false/>
            <div class="choice" data-cross-device<#if !(reader.crossDevice!false)> hidden</#if>>
              <input class="choice__input" type="checkbox" id="cross_device" name="cross_device" value="yes">
              <label class="choice__label" for="cross_device">${msg("reader.cross")}<span class="choice__hint">${msg("reader.cross.hint")}</span></label>
            </div>
          </details>
        </li>
      </ol>
      <p class="status" role="status" aria-live="polite" data-status><span class="spinner" aria-hidden="true"></span><span data-status-text>${msg("reader.state." + state)}</span></p>
      <div hidden>
        <#list ["waiting", "claimed", "reading", "done", "failed", "expired", "offline"] as s><span data-text="${s}">${msg("reader.state." + s)}</span></#list>
      </div>
    </div>
    <p class="hint-line"><@icons.icon "clock"/>${msg("reader.expires", (reader.expiresInSeconds / 60)?ceiling)}</p>
    <@layout.actions primary=msg("continue")>
      <@layout.quiet action="new_link" label=msg("reader.newLink")/>
      <@layout.quiet action="other_document" label=msg("document.other")/>
      <@layout.quiet action="cancel" label=msg("cancel")/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
