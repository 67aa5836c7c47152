<#import "template.ftl" as layout>
<@layout.page heading=msg("document.title") lead=msg("document.lead") field="document_type_0">
  <@layout.form validate=true>
    <fieldset class="choices">
      <legend class="visually-hidden">${msg("document.title")}</legend>
      <#list documentTypes as type>
      <div class="choice choice--tile">
        <input class="choice__input" type="radio" id="document_type_${type?index?c}" name="document_type" value="${type}" required<#if (documentType!"") == type> checked</#if>>
        <label class="choice__label" for="document_type_${type?index?c}">${layout.documentName(type)}<span class="choice__hint">${msg("document." + type + ".hint")}</span></label>
      </div>
      </#list>
    </fieldset>
    <@layout.actions primary=msg("continue")>
      <@layout.quiet action="other_way" label=msg("document.none")/>
      <@layout.quiet action="cancel" label=msg("cancel")/>
    </@layout.actions>
  </@layout.form>
</@layout.page>
