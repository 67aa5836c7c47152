<#import "template.ftl" as layout>
<#import "passkey.ftl" as key>
<#assign wrong = problem!"">
<#assign only = passkeyOnly!false>
<#assign passkeyWrong = wrong == "passkey_refused">
<@layout.page heading=msg("signIn.title") lead=(client??)?then(msg("signIn.lead", layout.clientName()), "") script="session.js passkey.js" field=(only || passkeyWrong)?then("", "username")>
  <#if only>
  <p>${msg("passkey.only")}</p>
  <@key.unsupported/>
  <@layout.form id="kc-form-login">
    <@key.use/>
    <@layout.actions primary=msg("passkey.use") action="passkey" attribute="data-passkey-button">
      <@layout.quiet action="without_passkey" label=msg("passkey.without")/>
    </@layout.actions>
  </@layout.form>
  <#else>
  <@layout.form id="kc-form-login">
    <@layout.input name="username" label=msg("signIn.mobile") type="tel" inputmode="tel" autocomplete="tel" value=login.username!"" error=passkeyWrong?then("", wrong)/>
    <@layout.input name="password" label=msg("signIn.password") type="password" inputmode="numeric" autocomplete="current-password" class="input--code"/>
    <div class="actions">
      <button class="button button--primary" type="submit" id="kc-login">${msg("signIn.submit")}</button>
    </div>
    <#if passkey??><@key.use/><@key.button/></#if>
  </@layout.form>
  <#if scanOffered!false>
  <div class="aside" id="scan-offer">
    <h2>${msg("signIn.scan")}</h2>
    <p>${msg("signIn.scan.text")}</p>
    <p><button class="button button--secondary" form="kc-form-login" name="action" value="scan" formnovalidate>${msg("signIn.scan.button")}</button></p>
  </div>
  </#if>
  </#if>
  <#if (realm.registrationAllowed)!false && !registrationDisabled??>
  <div class="aside">
    <h2>${msg("signIn.new")}</h2>
    <p>${msg("signIn.new.text")}</p>
    <p><a class="button button--secondary" href="${url.registrationUrl}">${msg("signIn.register")}</a></p>
  </div>
  <div class="aside">
    <h2>${msg("signIn.cannot")}</h2>
    <p>${msg("signIn.cannot.text")}</p>
    <p><a class="button button--secondary" href="${layout.recoveryUrl()}">${msg("signIn.recover")}</a></p>
  </div>
  </#if>
</@layout.page>
