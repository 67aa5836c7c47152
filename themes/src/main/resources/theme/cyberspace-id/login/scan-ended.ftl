<#import "template.ftl" as layout>
<@layout.page heading=msg("scan.approve.title")>
  <@layout.form>
    <@layout.actions primary=msg("scan.close") action="close"/>
  </@layout.form>
</@layout.page>
