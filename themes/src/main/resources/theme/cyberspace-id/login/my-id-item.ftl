<#import "template.ftl" as layout>
<#assign title = item.name?has_content?then(item.name, msg("myId." + item.kind + ".unnamed"))>
<@layout.page heading=title lead=msg("myId." + item.kind + ".remove.text")>
  <@layout.form>
    <input type="hidden" name="form_token" value="${formToken}"><input type="hidden" name="item" value="${item.key}">
    <@layout.input name="name" label=msg("myId.name") hint=msg("addPasskey.name.hint") value=item.name maxlength="40" required=false/>
    <@layout.actions primary=msg("myId.rename") action="rename">
      <@layout.quiet action="remove" label=msg("myId." + item.kind + ".remove")/>
      <@layout.quiet action="back" label=msg("myId.back")/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
