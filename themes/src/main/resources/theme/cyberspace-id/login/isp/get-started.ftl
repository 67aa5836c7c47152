<#import "frame.ftl" as f>
<#assign say = f.say>
<@f.page current="start" heading=say("开始接入", "Get started") lead=say("三步：登记、按钮、核对令牌。标准的 OpenID Connect，用您已有的库即可。", "Three steps: register, button, verify the token. It is plain OpenID Connect: the library that you have will do.")>
<p>${say("签发者", "Issuer")}: <code translate="no" data-issuer>${issuer}</code> · <a href="${issuer}/.well-known/openid-configuration">${say("发现文档", "discovery")}</a></p>

<h2 id="register">1. ${say("登记", "Register")}</h2>
<p>${say("请告诉运营方：名称、每一个回调地址（https，逐字相同）、需要哪些“是/否”、用户不用网络身份时怎样登录。运营方在管理控制台建立客户端：Clients → Create client；打开 Client authentication；只勾选 Standard flow；填写 Valid redirect URIs；在 Client scopes 里只加上批准了的项；您证明的其他登录方式，写在客户端专用 scope 的映射器 ISP contract 里。", "Tell the operator: a name, every redirect URI (https, exactly as you send it), which yes/no answers you need, and how people sign in who do not want to use this. The operator makes a client in the administration console: Clients → Create client; Client authentication on; Standard flow alone; Valid redirect URIs; under Client scopes only what was approved; and what you attest in the mapper ISP contract of the client’s dedicated scope.")}</p>
<p>${say("或者，运营方给您一个初始访问令牌，您自己登记（OpenID Connect Dynamic Client Registration 1.0）。回答里的 client_id 和 client_secret 请妥善保管。运营方记下您的证明、加上批准了的项之后，才能登录：", "Or the operator gives you an initial access token and you register yourself (OpenID Connect Dynamic Client Registration 1.0). Keep client_id and client_secret of the answer safe. People can sign in once the operator has noted what you attest and added the scopes that were approved:")}</p>
<@f.snippet file="register.sh"/>
<p>${say("回调地址在几个主机上，或者只有应用的私有协议地址时，还要登记 sector_identifier_uri：那里的 JSON 数组列出每一个回调地址，网号就按它的主机计算。", "With redirect URIs on several hosts, or an app’s private-use scheme alone, register a sector_identifier_uri too: the JSON array there lists every redirect URI, and your network numbers derive from its host.")}</p>

<h2 id="button">2. ${say("按钮", "Button")}</h2>
<p><a class="cyberspace-id-button" href="#register" lang="${(lang == "en")?then("en", "zh-Hans")}">${say("使用网络身份登录", "Sign in with Cyberspace ID")}</a></p>
<@f.snippet file="button.html"/>
<p><a href="${isp}/button">${say("尺寸、语言、颜色，以及不用脚本的做法", "Sizes, languages, colours, and how to do it without a script")}</a></p>

<h2 id="verify">3. ${say("核对令牌", "Verify the token")}</h2>
<p>${say("下面的库会替您核对签名、签发者、受众、有效期、nonce 和 PKCE。sub 就是网号：请用它认人。", "These libraries check signature, issuer, audience, expiry, nonce and PKCE for you. sub is the network number: know people by it.")}</p>

<h3 id="spring">Spring Boot 3.5</h3>
<p>${say("依赖", "Dependency")}: <code translate="no">org.springframework.boot:spring-boot-starter-oauth2-client</code>. <code translate="no">application.yaml</code>:</p>
<@f.snippet file="spring.yaml"/>
<p>${say("打开 PKCE，写在任何一个配置类里：", "PKCE on, in any configuration class:")}</p>
<@f.snippet file="spring.java"/>
<p>${say("在控制器里使用：", "In a controller:")}</p>
<@f.snippet file="spring-use.java"/>
<p>${say("回调地址", "Redirect URI")}: <code translate="no">https://shop.example/login/oauth2/code/cyberspace-id</code>. ${say("按钮的 href", "The button’s href")}: <code translate="no">/oauth2/authorization/cyberspace-id</code>.</p>

<h3 id="node">Node.js</h3>
<p><code translate="no">npm install openid-client@6</code></p>
<@f.snippet file="node.mjs"/>

<h3 id="python">Python</h3>
<p><code translate="no">pip install Authlib Flask requests</code></p>
<@f.snippet file="python.py"/>

<h3 id="go">Go</h3>
<p><code translate="no">go get github.com/coreos/go-oidc/v3 golang.org/x/oauth2</code></p>
<@f.snippet file="go.go"/>

<h3 id="apache">Apache</h3>
<p><code translate="no">apt install libapache2-mod-auth-openidc</code></p>
<@f.snippet file="apache.conf"/>

<h2 id="scopes">${say("能问什么", "What you can ask for")}</h2>
<p>${say("只有下面这些。没有批准的，请求会以 invalid_scope 结束。false 是有效的回答；不知道的，就没有这一项。", "This and nothing else. What was not approved for you ends in invalid_scope. false is a valid answer; what is unknown is left out.")}</p>
<@f.table headings=["scope", say("声明", "Claim"), say("何时为 true", "True when")] rows=[
  ["openid", "sub, acr, amr, auth_time", say("sub 是网号，只在您这里使用", "sub is the network number, yours alone")],
  ["identity_verified", "identity_verified", say("证件和人脸都核验过，证件今天仍有效", "document and face were verified and the document is valid today")],
  ["age_over_14", "age_over_14", say("今天（北京时间）已满 14 周岁", "that age today, in Asia/Shanghai")],
  ["age_over_16", "age_over_16", say("今天已满 16 周岁", "that age today")],
  ["age_over_18", "age_over_18", say("今天已满 18 周岁", "that age today")],
  ["age_over_60", "age_over_60", say("今天已满 60 周岁", "that age today")],
  ["phone_verified", "phone_number_verified", say("绑定的手机号码回答过验证码", "a bound mobile number answered a code")],
  ["mainland_resident", "mainland_resident", say("所用证件是居民身份证或居住证；用别的证件时没有这一项", "the evidence is a resident ID card or a residence permit; left out with other documents")],
  ["identity_match", "identity_match", say("您给的姓名和号码就是这个人的；只能用 PAR", "name and number that you supply are this person’s; by PAR only")],
  ["real_identity", "verified_claims", say("有法律依据时；本人每次逐项同意", "with a legal basis only; the person ticks each value, every time")]
]/>
<p>${say("逐项提问，或者声明某项是必需的，用 claims 参数（OpenID Connect Core 5.5）：", "To ask for single answers, or to call one essential, use the claims parameter (OpenID Connect Core 5.5):")}</p>
<@f.snippet file="claims.json"/>

<h2 id="levels">${say("登录的强度", "Levels")}</h2>
<p>${say("用 acr_values 按偏好排序；一定要达到时，用 claims 里的 acr 加 essential。达不到就是 unmet_authentication_requirements，不会给您更低的。max_age 和 prompt=login 都有效。哪些级别可用，以发现文档的 acr_values_supported 为准。", "Ask by acr_values, in your order of preference; where a level is a must, by acr in claims with essential. A level that is not reached is unmet_authentication_requirements, never a lower token. max_age and prompt=login work. acr_values_supported in discovery says which levels there are.")}</p>
<@f.table headings=["acr", say("发生了什么", "What happened")] rows=[
  ["urn:cyberspace-id:acr:scan", say("已登录的手机同意了；在这个浏览器里什么都没有证明。不要的话，请用 acr_values 指明 password", "a phone that is signed in approved; nothing was proven in this browser. If you do not want it, name password in acr_values")],
  ["urn:cyberspace-id:acr:password", say("手机号码、8 位数字密码，加上认得的设备、短信验证码或通行密钥", "mobile number, 8-digit password, and a known device, an SMS code or a passkey")],
  ["urn:cyberspace-id:acr:credential", say("只用通行密钥，并由设备确认是本人；也满足 password", "a passkey alone, with its user verified; it satisfies password too")],
  ["urn:cyberspace-id:acr:face", say("password 或 credential，再加上现场人脸核验，与本人同意保留的人脸特征比对；没有保留的人达不到这一级", "password or credential, and a live face compared with the features that the person lets us keep; whoever keeps none does not reach it")]
]/>

<h2 id="errors">${say("错误", "Errors")}</h2>
<p>${say("在您的回调地址上，error 是 OAuth 的代码，error_description 是我们固定不变的代码（有的话）。沙盒的服务台可以演示它们：", "At your redirect URI, error is the OAuth code and error_description our stable code, where there is one. The sandbox’s desk can show you them:")} <code translate="no">POST /simulations {"error": "…"}</code></p>
<@f.table headings=[say("代码", "Code"), say("意思", "Meaning"), say("怎么办", "What to do")] rows=[
  ["consent_declined", say("access_denied：本人没有同意", "access_denied: the person refused"), say("提供别的登录方式，不要追问原因", "offer another way to sign in; do not ask why")],
  ["essential_claim_declined", say("access_denied：本人不给必需的那一项", "access_denied: the person keeps an essential answer to themselves"), say("说明为什么需要，或者不要求它", "say why you need it, or do without")],
  ["essential_claim_not_met", say("access_denied：必需的那一项不是 true", "access_denied: an essential answer is not true"), say("这个人不符合条件", "this person does not qualify")],
  ["identity_not_proofed", say("access_denied：登录的不是核验过的公民", "access_denied: who signed in is not a verified citizen"), say("请本人先申领", "ask the person to enrol first")],
  ["invalid_scope", say("要了没有批准或不存在的项", "something was asked that does not exist or was not approved"), say("改请求，或者向运营方申请", "mend the request, or apply to the operator")],
  ["invalid_request", say("请求不合规定，例如没有 PKCE", "the request breaks a rule, for example has no PKCE"), say("改请求", "mend the request")],
  ["login_required", say("prompt=none，而没有登录", "prompt=none, and nobody is signed in"), say("不带 prompt=none 再来", "ask again without prompt=none")],
  ["consent_required", say("prompt=none，而需要本人同意", "prompt=none, and the person has to be asked"), say("不带 prompt=none 再来", "ask again without prompt=none")],
  ["unmet_authentication_requirements", say("没有达到必需的级别", "an essential level was not reached"), say("请本人用更强的方式，或者降低要求", "ask the person for a stronger way, or ask for less")],
  ["invalid_client", say("令牌端点：客户端认证失败", "token endpoint: client authentication failed"), say("检查密钥或 private_key_jwt", "check the secret or private_key_jwt")],
  ["invalid_grant", say("令牌端点：授权码用过、过期，或 PKCE、回调地址不符", "token endpoint: the code was used, is over 60 s old, or PKCE or redirect URI differ"), say("重新开始登录", "start the sign-in again")]
]/>

<h2 id="number">${say("核对网号", "Check a network number")}</h2>
<p>${say("26 个字符，最后一个是校验符：抄错一个就能发现。只有您这里认得这个网号；换设备、换证件、重新申领都不变。", "26 characters, the last of which finds a mistyped one. Nobody but you knows this number; it stays through new devices, new documents and a new enrolment.")}</p>
<@f.snippet file="check-number.mjs"/>

<h2 id="logout">${say("退出和事件", "Logout and events")}</h2>
<p>${say("退出：把人送到发现文档里的 end_session_endpoint，带上 id_token_hint 和登记过的 post_logout_redirect_uri。登记了 backchannel_logout_uri，就会收到签名的退出令牌（OpenID Connect Back-Channel Logout 1.0），请按 sid 或 sub 结束会话。", "Logout: send the person to end_session_endpoint of discovery with id_token_hint and a registered post_logout_redirect_uri. With a registered backchannel_logout_uri you get a signed logout token (OpenID Connect Back-Channel Logout 1.0): end the session by its sid or sub.")}</p>
<p>${say("安全事件：请管理员登记一个 https 接收地址。同意过您的人的网号被注销（account-purged）、停用（account-disabled），或者本人报告有人冒用（credential-compromise）时，您会在几分钟内收到安全事件令牌（RFC 8417，按 RFC 8935 推送；事件名称出自 OpenID RISC 1.0）。sub_id.sub 是您这里的 sub。按 ID 令牌的密钥核对签名，并核对 iss、aud 和 typ（secevent+jwt），按 jti 去重，然后回答 202；回答别的，七天之内会再推送。", "Security events: have an administrator register an https endpoint. When the ID of a person who agreed to your service is closed (account-purged) or disabled (account-disabled), or the person reports its misuse (credential-compromise), you get a Security Event Token within minutes (RFC 8417, pushed by RFC 8935; the events are those of OpenID RISC 1.0). Its sub_id.sub is your own sub. Verify the signature with the keys of ID tokens, and iss, aud and typ (secevent+jwt); drop a jti that you had; answer 202. Any other answer has it pushed again for seven days.")}</p>
</@f.page>
