<#import "template.ftl" as layout>
<#if approved>
<@layout.page heading=msg("scan.told.title") lead=msg("scan.told.lead") mark="check"/>
<#else>
<@layout.page heading=msg("scan.told.not.title") lead=msg("scan.told.not.lead")/>
</#if>
