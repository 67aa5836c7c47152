<#-- The camera, what it asks for and what it says; script face.js. For a form with the id "face". -->
<#import "icons.ftl" as icons>
<#macro stage>
<div class="face" data-frames-url="${face.framesUrl}" data-prompt="center" data-hint="none" data-phase="idle">
  <p class="face__prompt"><span class="face__arrow face__arrow--left" aria-hidden="true"><@icons.icon "left"/></span><span role="status" aria-live="polite" aria-atomic="true" data-prompt-text>${msg("face.idle")}</span><span class="face__arrow face__arrow--right" aria-hidden="true"><@icons.icon "right"/></span></p>
  <div class="face__stage">
    <video class="face__video" muted playsinline aria-hidden="true" tabindex="-1" width="480" height="640"></video>
    <svg class="face__frame" viewBox="0 0 300 400" aria-hidden="true" focusable="false">
      <g class="face__figure" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"><path d="M150 92c-44 0-70 32-70 78 0 62 32 112 70 112s70-50 70-112c0-46-26-78-70-78zM127 228c13 13 33 13 46 0M82 360c6-34 24-50 46-58m90 58c-6-34-24-50-46-58"/><circle cx="122" cy="172" r="4.5" fill="currentColor" stroke="none"/><circle cx="178" cy="172" r="4.5" fill="currentColor" stroke="none"/></g>
      <ellipse class="face__ring" cx="150" cy="200" rx="146" ry="196" fill="none"/>
      <path class="face__ring face__ring--done" d="M150 4a146 196 0 0 1 0 392a146 196 0 0 1 0-392" fill="none" pathLength="100" data-ring/>
    </svg>
  </div>
  <p class="face__hint" role="status" aria-live="polite" data-hint-text>${msg("face.attempts", face.attemptsLeft)}</p>
  <p class="visually-hidden" data-progress-text role="status" aria-live="polite"></p>
  <div class="error-summary" data-camera-problem hidden role="alert" tabindex="-1"><h2><@icons.icon "alert"/><span data-camera-problem-title></span></h2><p data-camera-problem-text></p></div>
  <noscript><p class="notice"><@icons.icon "info"/><span class="notice__text">${msg("face.noscript")}</span></p></noscript>
  <div hidden>
    <#list ["center", "left", "right", "done"] as p><span data-text="prompt.${p}">${msg("face.prompt." + p)}</span></#list>
    <#list ["none", "no_face", "one_person_only", "come_closer", "more_light", "less_light", "blurred", "uncover_face", "head_upright", "hold_still", "look_straight", "turn_further"] as h><span data-text="hint.${h}">${msg("face.hint." + h)}</span></#list>
    <span data-text="progress">${msg("face.progress", "#done", "#of")}</span>
    <#list ["starting", "black", "waiting", "offline", "running", "again"] as t><span data-text="${t}">${msg("face." + t)}</span></#list>
    <#list ["denied", "missing", "busy", "unsupported"] as p><span data-text="${p}.title">${msg("face." + p + ".title")}</span><span data-text="${p}.text">${msg("face." + p + ".text")}</span></#list>
  </div>
</div>
</#macro>

<#macro help>
<details>
  <summary>${msg("face.help")}</summary>
  <ul class="list">
    <#list ["light", "glasses", "alone", "height", "turn"] as tip><li>${msg("face.help." + tip)}</li></#list>
  </ul>
</details>
</#macro>
