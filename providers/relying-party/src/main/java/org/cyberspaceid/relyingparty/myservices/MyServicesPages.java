package org.cyberspaceid.relyingparty.myservices;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.cyberspaceid.ownpages.FormToken;
import org.cyberspaceid.ownpages.OwnPage;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.Constants;
import org.keycloak.services.messages.Messages;

/** The pages, see {@code docs/pages.md}. */
final class MyServicesPages {
    private final OwnPage page;

    MyServicesPages(OwnPage page) {
        this.page = page;
    }

    Response list(List<Service> services, boolean faceKept, FormToken token, Optional<Outcome> done) {
        LoginFormsProvider form = with(token)
                .setAttribute("services", services.stream().map(Service::view).toList())
                .setAttribute("faceKept", faceKept)
                .setAttribute("myIdUrl", page.address().resolve("my-id").toString());
        done.ifPresent(outcome -> form.setInfo("myServices.done." + outcome.code()));
        return form.createForm("my-services.ftl");
    }

    Response one(Service service, FormToken token) {
        return with(token).setAttribute("service", service.view()).createForm("my-service.ftl");
    }

    Response confirmRenewal(Service service, FormToken token) {
        return with(token).setAttribute("service", service.view()).createForm("my-service-renew.ftl");
    }

    Response signedOut() {
        return page.form()
                .setAttribute(Constants.SKIP_LINK, true)
                .setSuccess(Messages.SUCCESS_LOGOUT)
                .createInfoPage();
    }

    /** Signed in, and the browser did not keep it. */
    Response withoutCookies() {
        return page.form()
                .setAttribute(Constants.SKIP_LINK, true)
                .setError(Messages.COOKIE_NOT_FOUND)
                .createErrorPage(Response.Status.BAD_REQUEST);
    }

    Response goToList() {
        return Response.seeOther(page.address()).build();
    }

    Response goToList(Outcome done) {
        return Response.seeOther(URI.create(page.address() + "?done=" + done.code()))
                .build();
    }

    Response goToSignedOut() {
        return Response.seeOther(URI.create(page.address() + "/" + MyServicesResource.SIGNED_OUT))
                .build();
    }

    private LoginFormsProvider with(FormToken token) {
        return page.form().setAttribute("formToken", token.value());
    }
}
