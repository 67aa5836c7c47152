<#import "template.ftl" as layout>
<@layout.page heading=msg("signInFace.ended")>
  <#if (problem!"")?starts_with("face_template")><p>${msg("signInFace.document")}</p></#if>
  <@layout.form>
    <@layout.actions primary=skippable?then(msg("signInFace.without"), msg("signInFace.back"))>
      <@layout.quiet action="cancel" label=msg("cancel")/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
