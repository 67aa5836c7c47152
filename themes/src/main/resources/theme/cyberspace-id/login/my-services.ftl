<#import "template.ftl" as layout>
<#import "services.ftl" as of>
<@layout.page heading=msg("myServices.title") lead=services?has_content?then(msg("myServices.lead"), msg("myServices.none"))>
  <#list services>
  <ul class="services">
    <#items as service>
    <li>
      <@of.who service/>
      <@of.facts service/>
      <button class="button button--secondary" form="my-services" name="service" value="${service.id}" aria-label="${msg("myServices.open.of", service.name)}">${msg("myServices.open")}</button>
    </li>
    </#items>
  </ul>
  </#list>
  <p class="small">${msg("myServices.secret")}</p>
  <p><a href="${myIdUrl}">${msg("myServices.myId")}</a></p>
  <details>
    <summary>${msg("myServices.face")}</summary>
    <#if faceKept>
    <p>${msg("myServices.face.kept")}</p>
    <button class="button button--secondary" form="my-services" name="action" value="forget_face">${msg("myServices.face.forget")}</button>
    <#else>
    <p>${msg("myServices.face.none")}</p>
    </#if>
  </details>
  <details>
    <summary>${msg("myServices.compromised")}</summary>
    <p>${msg("myServices.compromised.text")}</p>
    <button class="button button--secondary" form="my-services" name="action" value="report_compromise">${msg("myServices.compromised.confirm")}</button>
  </details>
  <@layout.form id="my-services">
    <input type="hidden" name="form_token" value="${formToken}">
    <@layout.actions primary=msg("myServices.signOut") action="sign_out"/>
  </@layout.form>
</@layout.page>
