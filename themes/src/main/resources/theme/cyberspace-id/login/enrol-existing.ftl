<#import "template.ftl" as layout>
<@layout.page heading=msg("existing.title") lead=msg("existing.lead") mark="check" problemSummary=false>
  <p>${msg("existing.text")}</p>
  <@layout.form>
    <@layout.actions primary=msg("existing.continue")/>
  </@layout.form>
</@layout.page>
