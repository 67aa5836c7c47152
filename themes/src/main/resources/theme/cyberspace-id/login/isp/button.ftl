<#import "frame.ftl" as f>
<#assign say = f.say>
<@f.page current="button" heading=say("登录按钮", "Sign-in button") lead=say("人们认得它，就不会在别处填写密码。请原样使用。", "People who know the button do not type their password elsewhere. Use it as it is.")>
<h2 id="component">${say("网页组件", "Web component")}</h2>
<p><cyberspace-id-button href="${isp}#register"></cyberspace-id-button></p>
<@f.snippet file="button.html"/>
<@f.table headings=[say("属性", "Attribute"), say("值", "Value")] rows=[
  ["href", say("登录从哪里开始。没有它就是一个按钮，点击事件由您处理", "where signing in starts; without it the element is a button and its click is yours")],
  ["lang", "zh-Hans, zh-Hant, en; " + say("没有就跟随页面", "without it, the page’s")],
  ["size", "small, medium, large; " + say("没有就是 medium", "without it, medium")],
  ["theme", "light, dark, auto; " + say("没有就是 light", "without it, light")]
]/>

<h2 id="plain">${say("不用脚本", "Without a script")}</h2>
<@f.snippet file="button-plain.html"/>

<h2 id="files">${say("文件", "Files")}</h2>
<p>${say("请下载后放在您自己的网站上：这样，没有按按钮的访客，我们不会知道他来过。校验值对应当前的文件：", "Download them and serve them yourself: then we do not learn of visitors who never press the button. The hashes are of the files as they are now:")}</p>
<ul>
<li><a href="${isp}/button.js" download>button.js</a> <code translate="no" data-integrity="button.js">${integrity.js}</code></li>
<li><a href="${isp}/button.css" download>button.css</a> <code translate="no" data-integrity="button.css">${integrity.css}</code></li>
</ul>
<p>${say("直接引用这里的地址也可以，地址不会变；请写上", "You may also refer to them here, by addresses that stay; then add")} <code translate="no">crossorigin="anonymous" referrerpolicy="no-referrer"</code>.</p>

<h2 id="looks">${say("样子", "How it looks")}</h2>
<#list [["", "light"], ["--dark", "dark"]] as variant>
<div class="stage stage--${variant[1]}" data-stage="${variant[1]}">
<#list ["small", "medium", "large"] as size>
<#list ["zh-Hans", "zh-Hant", "en"] as language>
<cyberspace-id-button href="${isp}#register" lang="${language}" size="${size}" theme="${variant[1]}"></cyberspace-id-button>
</#list>
</#list>
</div>
</#list>
<@f.table headings=[say("尺寸", "Size"), say("高度", "Height"), say("文字", "Text")] rows=[["small", "44 px", "15 px"], ["medium", "48 px", "17 px"], ["large", "56 px", "19 px"]]/>
<@f.table headings=[say("用途", "Use"), say("颜色", "Colours"), say("对比度", "Contrast")] rows=[
  ["light", "#fff / #0b5d57", "7.7 : 1"],
  ["light, " + say("指向时", "pointed at"), "#fff / #07433f", "11.1 : 1"],
  ["dark", "#04211e / #6fd3c6", "9.5 : 1"],
  ["dark, " + say("指向时", "pointed at"), "#04211e / #9be4da", "11.7 : 1"]
]/>
<p>${say("按钮与页面底色至少 3 : 1：light 用在白色和浅色页面上，dark 用在黑色和深色页面上。", "The button needs 3 : 1 against your page: light is for white and pale pages, dark for black and deep ones.")}</p>

<h2 id="rules">${say("规矩", "Rules")}</h2>
<ul>
<li>${say("四周留空：至少按钮高度的一半。", "Clear space on every side: at least half the button’s height.")}</li>
<li>${say("至少和其他登录方式一样大、一样显眼；同时提供别的方式。", "At least as large and as visible as your other ways to sign in; and do offer another way.")}</li>
<li>${say("语言跟随您的页面，不要自己翻译文字。", "The language is your page’s; do not translate the words yourself.")}</li>
<li>${say("不要改颜色、图形、文字和圆角，不要加阴影或动画。", "No other colours, mark, words or corners; no shadow, no animation.")}</li>
<li>${say("不要用它表示您的平台得到政府认可，也不要把它当作广告。", "Do not use it to say that the state endorses you, or as an advertisement.")}</li>
<li>${say("登录以外的事（例如确认付款），不要用这个按钮。", "For nothing but signing in: not, for example, to confirm a payment.")}</li>
</ul>
</@f.page>
