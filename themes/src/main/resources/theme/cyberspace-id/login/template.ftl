<#-- The frame of every page. Our own templates use "page"; "registrationLayout" has the parent theme's signature, so that
     Keycloak's templates that we do not replace (passkeys, one-time codes …) get the same frame. -->
<#import "icons.ftl" as icons>

<#macro page heading lead="" script="" field="" problemSummary=true messageSummary=true mark="" progress=true>
<#local code = problemSummary?then(problem!"", "")>
<#local plainError = messageSummary && !code?has_content && message?has_content && message.type == "error">
<!DOCTYPE html>
<html lang="${lang!"zh-Hans"}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<meta name="robots" content="noindex">
<title><#if code?has_content || plainError>${msg("error.prefix")}</#if>${heading} – ${msg("brand.name")}</title>
<link rel="icon" type="image/svg+xml" href="${url.resourcesPath}/img/favicon.svg">
<#list (properties.styles!"")?split(" ") as style>
<link rel="stylesheet" href="${url.resourcesPath}/${style}">
</#list>
<script type="module" src="${url.resourcesPath}/js/page.js"></script>
<#list script?split(" ")?filter(one -> one?has_content) as one>
<script type="module" src="${url.resourcesPath}/js/${one}"></script>
</#list>
</head>
<body data-page="${pageId!}"<#if script?split(" ")?seq_contains("session.js")> data-sign-in-elsewhere-url="${url.ssoLoginInOtherTabsUrl}"<#if authenticationSession??> data-session-hash="${authenticationSession.authSessionIdHash}"</#if></#if>>
<a class="skip-link" href="#main">${msg("skip")}</a>
<header class="header">
  <#if (properties.mode!"production") == "sandbox">
  <p class="sandbox" role="note"><strong>${msg("sandbox.title")}</strong> ${msg("sandbox.text")}</p>
  </#if>
  <div class="header__inner">
    <p class="brand"><@icons.mark/><span class="brand__name">${msg("brand.name")}</span></p>
    <#if (realm.internationalizationEnabled)!false && locale.supported?size gt 1>
    <nav class="languages" aria-label="${msg("languages")}">
      <ul>
      <#list properties.locales?split(",") as tag><#list locale.supported?filter(s -> s.languageTag == tag) as l>
        <li><#if l.languageTag == locale.currentLanguageTag><span lang="${l.languageTag}" aria-current="true">${l.label}</span><#else><a href="${l.url}" lang="${l.languageTag}" hreflang="${l.languageTag}" rel="nofollow">${l.label}</a></#if></li>
      </#list></#list>
      </ul>
    </nav>
    </#if>
  </div>
</header>
<main class="main" id="main" tabindex="-1">
  <#if progress && step?? && steps??>
  <div class="progress">
    <p class="progress__text">${msg("step", step, steps)}</p>
    <div class="progress__bar" aria-hidden="true"><#list 1..steps as n><span<#if n lte step> class="on"</#if>></span></#list></div>
  </div>
  </#if>
  <#if code?has_content>
  <@problemBox code=code field=field/>
  <#elseif plainError>
  <@errorBox title=message.summary/>
  <#elseif messageSummary && message?has_content>
  <p class="notice" role="status"><@icons.icon "info"/><span class="notice__text">${message.summary}</span></p>
  </#if>
  <#if mark?has_content><p class="page-mark page-mark--${mark}"><@icons.icon mark/></p></#if>
  <h1>${heading}</h1>
  <#if lead?has_content><p class="lead">${lead}</p></#if>
  <#nested>
</main>
<footer class="footer"><p>${msg("footer.promise")}</p></footer>
</body>
</html>
</#macro>

<#-- A problem's text: part is title, what or next. An unknown code still gets plain words. -->
<#function problemText code part>
  <#local key = "problem." + code + "." + part>
  <#local text = msg(key)>
  <#return (text == key)?then(msg("problem.unknown." + part), text)>
</#function>

<#macro problemBox code field="">
  <div class="error-summary" role="alert" tabindex="-1" autofocus data-problem="${code}" aria-labelledby="problem-title">
    <h2 id="problem-title"><@icons.icon "alert"/>${problemText(code, "title")}</h2>
    <p>${problemText(code, "what")}</p>
    <p><#if field?has_content><a href="#${field}">${problemText(code, "next")}</a><#else>${problemText(code, "next")}</#if></p>
    <p class="error-summary__code">${msg("problem.code", code)}</p>
  </div>
</#macro>

<#macro errorBox title>
  <div class="error-summary" role="alert" tabindex="-1" autofocus aria-labelledby="problem-title">
    <h2 id="problem-title"><@icons.icon "alert"/>${title}</h2>
  </div>
</#macro>

<#-- The server judges what was entered, in the page's language; only an unchosen radio button is left to the browser. -->
<#macro form action=url.loginAction id="" validate=false>
<form class="form" action="${action}" method="post"<#if !validate> novalidate</#if><#if id?has_content> id="${id}"</#if>>
  <#nested>
</form>
</#macro>

<#-- One primary button, first in the form so that Enter means it; the quiet ways follow. -->
<#macro actions primary action="continue" attribute="">
  <div class="actions">
    <button class="button button--primary" type="submit" name="action" value="${action}"<#if attribute?has_content> ${attribute}</#if>>${primary}</button>
    <div class="actions__quiet"><#nested></div>
  </div>
</#macro>

<#-- A quiet way out. It has no type attribute (a button submits by default), so that button[type=submit] is the one primary button. -->
<#macro quiet action label><button class="link-button" name="action" value="${action}" formnovalidate>${label}</button></#macro>

<#-- One text input. error is a problem code that belongs to it. -->
<#macro input name label hint="" type="text" value="" autocomplete="off" inputmode="" error="" class="" maxlength="" required=true>
  <div class="field<#if error?has_content> field--error</#if>">
    <label class="field__label" for="${name}">${label}</label>
    <#if hint?has_content><p class="field__hint" id="${name}-hint">${hint}</p></#if>
    <#if error?has_content><p class="field__error" id="${name}-error"><span class="visually-hidden">${msg("error.prefix")}</span>${problemText(error, "title")}</p></#if>
    <#nested>
    <div class="input-group">
      <input class="input ${class}" id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}"<#if inputmode?has_content> inputmode="${inputmode}"</#if><#if maxlength?has_content> maxlength="${maxlength}"</#if><#if required> required</#if> autocapitalize="none" autocorrect="off" spellcheck="false"<#if hint?has_content || error?has_content> aria-describedby="<#if hint?has_content>${name}-hint</#if><#if error?has_content> ${name}-error</#if>"</#if><#if error?has_content> aria-invalid="true"</#if>>
      <#if type == "password"><button class="reveal" type="button" aria-controls="${name}" data-show="${msg("password.show")}" data-hide="${msg("password.hide")}" data-show-label="${msg("password.show.of", label)}" data-hide-label="${msg("password.hide.of", label)}" aria-label="${msg("password.show.of", label)}">${msg("password.show")}</button></#if>
    </div>
  </div>
</#macro>

<#-- A network number in groups that never break; the hyphens are there to be copied and read out. -->
<#macro number value class="number"><p class="${class}" translate="no"><#list value?split("-") as group><span>${group}</span><#sep><i>-</i></#list></p></#macro>

<#-- A row of a summary card: what it is, what it says. -->
<#macro row label><div class="facts__row"><dt>${label}</dt><dd><#nested></dd></div></#macro>

<#function documentName code><#return msg("document." + code)></#function>

<#-- A day as people write it. 9999 stands for a document without an end. -->
<#function day iso>
  <#if iso?starts_with("9999")><#return msg("date.never")></#if>
  <#return msg("date.day", iso?date("yyyy-MM-dd"))>
</#function>

<#-- A client's name can be a message key ("${client_account}"). -->
<#function recoveryUrl><#return url.registrationUrl?replace("/login-actions/registration", "/enrolment/recover")></#function>

<#function clientName><#return (client.name?has_content)?then(advancedMsg(client.name!""), client.clientId!"")></#function>

<#-- The parent theme's signature. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<#local title><#nested "header"></#local>
<@page heading=plain(title) messageSummary=displayMessage>
  <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()><#nested "show-username"></#if>
  <#nested "form">
  <#if auth?has_content && auth.showTryAnotherWayLink()>
  <form class="form" action="${url.loginAction}" method="post">
    <button class="link-button" name="tryAnotherWay" value="on">${msg("doTryAnotherWay")}</button>
  </form>
  </#if>
  <#nested "socialProviders">
  <#if displayInfo><div class="info"><#nested "info"></div></#if>
</@page>
</#macro>

<#function plain markup>
  <#local text = (markup?is_markup_output)?then(markup?markup_string, markup)>
  <#return text?replace("<[^>]*>", "", "r")?trim?no_esc>
</#function>
