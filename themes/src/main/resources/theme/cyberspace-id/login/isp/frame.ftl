<#-- The frame of the pages for ISPs' developers, and what both of them use. A text stands beside its translation: say("中文", "English"). -->
<#function say zh en><#return (lang == "en")?then(en, zh)></#function>

<#macro page heading lead current>
<!DOCTYPE html>
<html lang="${(lang == "en")?then("en", "zh-Hans")}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${heading} – ${say("网络身份认证", "Cyberspace ID")}</title>
<link rel="icon" type="image/svg+xml" href="${resourcesPath}/img/favicon.svg">
<link rel="stylesheet" href="${resourcesPath}/css/tokens.css">
<link rel="stylesheet" href="${resourcesPath}/isp/page.css">
<link rel="stylesheet" href="${resourcesPath}/isp/button.css">
<link rel="alternate" hreflang="en" href="${address}?kc_locale=en">
<link rel="alternate" hreflang="zh-Hans" href="${address}?kc_locale=zh-Hans">
<script type="module" src="${resourcesPath}/isp/page.js"></script>
<script type="module" src="${resourcesPath}/isp/button.js"></script>
</head>
<body>
<a class="skip" href="#main">${say("跳到正文", "Skip to main content")}</a>
<header>
  <nav aria-label="${say("给平台的开发者", "For ISPs")}">
    <a href="${isp}"<#if current == "start"> aria-current="page"</#if>>${say("开始接入", "Get started")}</a>
    <a href="${isp}/button"<#if current == "button"> aria-current="page"</#if>>${say("登录按钮", "Sign-in button")}</a>
  </nav>
  <#if lang == "en"><a href="${address}?kc_locale=zh-Hans" lang="zh-Hans" hreflang="zh-Hans" rel="nofollow">中文</a><#else><a href="${address}?kc_locale=en" lang="en" hreflang="en" rel="nofollow">English</a></#if>
</header>
<main id="main">
<h1>${heading}</h1>
<p class="lead">${lead}</p>
<#nested>
</main>
</body>
</html>
</#macro>

<#-- A file to copy, with the real addresses in it. The same files are run by the tests. -->
<#macro snippet file>
<#local text><#include "snippets/" + file parse=false></#local>
<div class="snippet">
<button class="copy" type="button" hidden data-done="${say("已复制", "Copied")}">${say("复制", "Copy")}</button>
<pre tabindex="0" data-snippet="${file}"><code translate="no">${text?markup_string?replace("https://id.example/realms/cyberspace-id", issuer)?trim}</code></pre>
</div>
</#macro>

<#macro table headings rows>
<div class="scroll" tabindex="0"><table>
<thead><tr><#list headings as h><th scope="col">${h}</th></#list></tr></thead>
<tbody>
<#list rows as row><tr><th scope="row"><code translate="no">${row[0]}</code></th><#list row[1..] as cell><td>${cell}</td></#list></tr>
</#list></tbody>
</table></div>
</#macro>
