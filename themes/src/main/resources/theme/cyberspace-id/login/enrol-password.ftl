<#import "template.ftl" as layout>
<@layout.page heading=msg("newPassword.title") lead=msg("newPassword.lead") field="password-new">
  <@layout.form>
    <#assign mismatch = (problem!"") == "password_mismatch">
    <@layout.input name="password-new" label=msg("newPassword.label") hint=msg("newPassword.hint") type="password" inputmode="numeric" autocomplete="new-password" class="input--code" error=mismatch?then("", problem!"")>
      <ul class="list list--tight">
        <#list ["pattern", "personal"] as rule><li>${msg("newPassword.rule." + rule)}</li></#list>
      </ul>
    </@layout.input>
    <@layout.input name="password-confirm" label=msg("newPassword.confirm") type="password" inputmode="numeric" autocomplete="new-password" class="input--code" error=mismatch?then(problem!"", "")/>
    <@layout.actions primary=msg("newPassword.submit")/>
  </@layout.form>
</@layout.page>
