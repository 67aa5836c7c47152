<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<#import "isp.ftl" as asks>
<@layout.page heading=msg("scan.approve.question", ispName) lead=msg("scan.approve.lead")>
  <@asks.who ispName/>
  <dl class="facts">
    <@layout.row msg("scan.approve.browser")>${browser?has_content?then(browser, msg("scan.approve.unknown"))}<#if system?has_content> · ${system}</#if></@layout.row>
    <@layout.row msg("scan.approve.time")>${msg("time.at", startedAt)}</@layout.row>
  </dl>
  <p class="inset">${msg("scan.approve.warning")}</p>
  <@layout.form validate=true>
    <@layout.input name="number" label=msg("scan.approve.number") hint=msg("scan.approve.number.hint") inputmode="numeric" class="input--code" maxlength="8"/>
    <div class="actions actions--even">
      <button class="button button--primary" type="submit" name="action" value="approve">${msg("scan.approve.yes")}</button>
      <button class="button button--secondary" name="action" value="refuse" formnovalidate>${msg("scan.approve.no")}</button>
    </div>
  </@layout.form>
</@layout.page>
