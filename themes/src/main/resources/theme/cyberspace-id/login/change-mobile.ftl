<#import "template.ftl" as layout>
<@layout.page heading=msg("changeMobile.title") lead=lost?then(msg("changeMobile.lost"), msg("changeMobile.lead")) field="mobile">
  <@layout.form>
    <@layout.input name="mobile" label=msg("mobile.label") hint=msg("mobile.hint") type="tel" inputmode="tel" autocomplete="tel" value=mobile!"" error=problem!""/>
    <@layout.actions primary=msg("mobile.send")>
      <@layout.quiet action="cancel" label=lost?then(msg("changeMobile.later"), msg("cancel"))/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
