<#-- Inline icons, 24 units square, drawn in the text's colour. They repeat what words say, so they are hidden from screen readers. -->
<#macro icon name class="icon">
<svg class="${class}" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><#switch name>
<#case "check"><path d="M4.5 12.5l5 5 10-11"/><#break>
<#case "cross"><path d="M6 6l12 12M18 6L6 18"/><#break>
<#case "left"><path d="M20 12H4m7-7l-7 7 7 7"/><#break>
<#case "right"><path d="M4 12h16m-7-7l7 7-7 7"/><#break>
<#case "alert"><circle cx="12" cy="12" r="9.25"/><path d="M12 7v6m0 3.5v.01"/><#break>
<#case "info"><circle cx="12" cy="12" r="9.25"/><path d="M12 11v6m0-9.5v.01"/><#break>
<#case "document"><rect x="2.75" y="5" width="18.5" height="14" rx="2"/><circle cx="8.25" cy="11" r="2"/><path d="M5.5 16c.4-1.6 1.4-2.4 2.75-2.4S10.6 14.4 11 16m3-6h4.5m-4.5 4h3"/><#break>
<#case "chip"><rect x="4.75" y="6.75" width="14.5" height="10.5" rx="2"/><path d="M4.75 10.3h4.5v3.4h-4.5m14.5-3.4h-4.5v3.4h4.5M9.25 10.3l2-3.5m3.5 3.5l-2-3.5m-3.5 6.9l2 3.5m3.5-3.5l-2 3.5"/><#break>
<#case "face"><path d="M3.5 8V5.5a2 2 0 0 1 2-2H8m8 0h2.5a2 2 0 0 1 2 2V8m0 8v2.5a2 2 0 0 1-2 2H16m-8 0H5.5a2 2 0 0 1-2-2V16M9 9.5v.01m6-.01v.01M9 14.5c.8.9 1.8 1.3 3 1.3s2.2-.4 3-1.3"/><#break>
<#case "phone"><rect x="6.5" y="2.75" width="11" height="18.5" rx="2.25"/><path d="M11 18.25h2"/><#break>
<#case "clock"><circle cx="12" cy="12" r="9.25"/><path d="M12 6.75V12l3.5 2"/><#break>
<#case "lock"><rect x="4.75" y="10.5" width="14.5" height="10" rx="2"/><path d="M8 10.5V7.5a4 4 0 0 1 8 0v3"/><#break>
</#switch></svg>
</#macro>

<#-- The mark: the net of 网 in a seal's frame. -->
<#macro mark class="mark">
<svg class="${class}" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><rect class="mark__seal" width="32" height="32" rx="8"/><path class="mark__net" d="M7.5 25V8.5h17V22a2.5 2.5 0 0 1-2.5 2.5h-1.5M11 12.5l4.25 8m0-8L11 20.5m5.75-8l4.25 8m0-8l-4.25 8" fill="none" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>
</#macro>
