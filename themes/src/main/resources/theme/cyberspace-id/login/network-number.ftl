<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<@layout.page heading=msg("checkNumber.title") lead=msg("checkNumber.lead") field="number">
  <#if networkNumber?has_content>
  <div class="notice" role="status"><@icons.icon "check"/><div class="notice__text"><p>${msg("checkNumber.right")}</p><@layout.number networkNumber/></div></div>
  </#if>
  <@layout.form>
    <@layout.input name="number" label=msg("checkNumber.label") hint=msg("checkNumber.hint") value=number!"" error=problem!"" class="input--number" maxlength="64"/>
    <@layout.actions primary=msg("checkNumber.check")/>
  </@layout.form>
  <p class="hint-line"><@icons.icon "info"/>${msg("checkNumber.nothing")}</p>
</@layout.page>
