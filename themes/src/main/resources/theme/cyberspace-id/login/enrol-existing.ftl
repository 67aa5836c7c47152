<#import "template.ftl" as layout>
<#assign renewed = (problem!"") == "document_renewed">
<@layout.page heading=renewed?then(msg("problem.document_renewed.title"), msg("existing.title")) lead=renewed?then(msg("problem.document_renewed.what"), msg("existing.lead")) mark="check" problemSummary=false>
  <p>${renewed?then(msg("problem.document_renewed.next"), msg("existing.text"))}</p>
  <@layout.form>
    <@layout.actions primary=msg("existing.continue")/>
  </@layout.form>
</@layout.page>
