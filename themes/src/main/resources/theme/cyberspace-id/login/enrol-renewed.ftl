<#import "template.ftl" as layout>
<@layout.page heading=msg("problem.document_renewed.title") lead=msg("problem.document_renewed.what") mark="check" problemSummary=false progress=false>
  <p>${msg("problem.document_renewed.next")}</p>
  <@layout.form>
    <@layout.actions primary=msg("existing.continue")/>
  </@layout.form>
</@layout.page>
