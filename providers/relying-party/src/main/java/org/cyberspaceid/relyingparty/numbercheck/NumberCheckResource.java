package org.cyberspaceid.relyingparty.numbercheck;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.cyberspaceid.core.networknumber.NetworkNumber;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.ownpages.OwnPage;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Checks the check character, and nothing else: no database is asked, so the page cannot tell whether anybody has the number. The number
 * comes in the body, so it stands in no address and no log.
 */
public final class NumberCheckResource {
    private static final String TEMPLATE = "network-number.ftl";
    private static final String NUMBER = "number";

    /** Room for hyphens and blanks; longer than that, nobody typed it. */
    private static final int MOST_TYPED = 64;

    private final KeycloakSession session;
    private final OwnPage page;

    NumberCheckResource(KeycloakSession session) {
        this.session = session;
        this.page = new OwnPage(session, NumberCheckResourceFactory.PROVIDER_ID);
    }

    /** The empty form. */
    @GET
    public Response ask() {
        return page.form().createForm(TEMPLATE);
    }

    /** The answer. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer() {
        String typed = Optional.ofNullable(session.getContext()
                        .getHttpRequest()
                        .getDecodedFormParameters()
                        .getFirst(NUMBER))
                .filter(text -> text.length() <= MOST_TYPED)
                .orElse("");
        LoginFormsProvider form = page.form();
        NetworkNumber.parse(typed)
                .ifPresentOrElse(
                        number -> form.setAttribute("networkNumber", number.grouped()),
                        () -> form.setAttribute(NUMBER, typed)
                                .setAttribute("problem", Problem.NETWORK_NUMBER_MISTYPED.code()));
        return form.createForm(TEMPLATE);
    }
}
