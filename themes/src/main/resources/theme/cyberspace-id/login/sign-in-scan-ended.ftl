<#import "template.ftl" as layout>
<@layout.page heading=msg("scan.title")>
  <@layout.form>
    <@layout.actions primary=msg("scan.again") action="again">
      <@layout.quiet action="password" label=msg("scan.password")/>
      <@layout.quiet action="cancel" label=msg("scan.cancel")/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
