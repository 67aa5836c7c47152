package org.cyberspaceid.signin.myid;

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
final class MyIdPages {
    private final OwnPage page;

    MyIdPages(OwnPage page) {
        this.page = page;
    }

    Response list(List<Item> items, FormToken token, Optional<Outcome> done) {
        LoginFormsProvider form = page.form()
                .setAttribute("formToken", token.value())
                .setAttribute("devices", views(items, Item.Kind.DEVICE))
                .setAttribute("passkeys", views(items, Item.Kind.PASSKEY))
                .setAttribute("actionsUrl", page.address() + "/" + MyIdResource.ACTIONS)
                .setAttribute(
                        "servicesUrl", page.address().resolve("my-services").toString());
        done.ifPresent(outcome -> form.setInfo("myId.done." + outcome.code()));
        return form.createForm("my-id.ftl");
    }

    private static List<?> views(List<Item> items, Item.Kind kind) {
        return items.stream()
                .filter(item -> item.kind() == kind)
                .map(Item::view)
                .toList();
    }

    Response one(Item item, FormToken token) {
        return page.form()
                .setAttribute("formToken", token.value())
                .setAttribute("item", item.view())
                .createForm("my-id-item.ftl");
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

    Response goToList(Optional<Outcome> done) {
        String query = done.map(outcome -> "?done=" + outcome.code()).orElse("");
        return Response.seeOther(URI.create(page.address() + query)).build();
    }

    Response goToSignedOut() {
        return Response.seeOther(URI.create(page.address() + "/" + MyIdResource.SIGNED_OUT))
                .build();
    }
}
