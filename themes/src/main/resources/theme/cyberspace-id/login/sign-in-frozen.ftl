<#import "template.ftl" as layout>
<@layout.page heading=msg("frozen.title") lead=facePossible?then(msg("frozen.lead"), msg("frozen.noFace"))>
  <@layout.form>
    <#if facePossible>
    <@layout.actions primary=msg("frozen.face")><@layout.quiet action="cancel" label=msg("cancel")/></@layout.actions>
    <#else>
    <@layout.actions primary=msg("frozen.leave") action="cancel"/>
    </#if>
  </@layout.form>
  <#if (realm.registrationAllowed)!false>
  <div class="aside">
    <p><a class="button button--secondary" href="${layout.recoveryUrl()}">${msg("frozen.document")}</a></p>
  </div>
  </#if>
</@layout.page>
