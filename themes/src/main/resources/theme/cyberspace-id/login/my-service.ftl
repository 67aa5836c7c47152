<#import "template.ftl" as layout>
<#import "services.ftl" as of>
<@layout.page heading=msg("myService.title", service.name)>
  <@of.who service/>
  <@of.facts service/>
  <p>${msg("myService.withdraw.text", service.name)}</p>
  <@layout.form>
    <@of.about service/>
    <@layout.actions primary=msg("myService.withdraw") action="withdraw">
      <@layout.quiet action="renew" label=msg("myService.renew")/>
      <@layout.quiet action="back" label=msg("back")/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
