package org.cyberspaceid.relyingparty.myservices;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.cyberspaceid.ownpages.FormToken;
import org.cyberspaceid.ownpages.OwnPage;
import org.cyberspaceid.ownpages.SignIn;
import org.cyberspaceid.ownpages.Visitor;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.models.KeycloakSession;

/**
 * "My services" ({@code docs/pages.md}). Which ISP a form is about stands in its body, never in an address: the person would be found in
 * the log of a proxy. What changes something answers with a redirect, so that reloading repeats nothing.
 */
public final class MyServicesResource {
    /** The last part of the address after signing out. */
    static final String SIGNED_OUT = "signed-out";

    private final KeycloakSession session;
    private final OwnPage page;
    private final MyServicesPages pages;

    MyServicesResource(KeycloakSession session) {
        this.session = session;
        this.page = new OwnPage(session, MyServicesResourceFactory.PROVIDER_ID);
        this.pages = new MyServicesPages(page);
    }

    /**
     * The list, or the way to the sign-in.
     *
     * @param code from the authorization response; the page does not redeem it, see {@link SignIn}
     * @param error from the authorization response
     * @param done what was done before
     */
    @GET
    public Response list(
            @QueryParam("code") String code, @QueryParam("error") String error, @QueryParam("done") String done) {
        Optional<Visitor> visitor = Visitor.of(session);
        if (visitor.isPresent() && code == null) {
            return pages.list(
                    new Services(session, visitor.get().user()).all(),
                    session.getProvider(IdentityVaultProvider.class)
                            .faceTemplates()
                            .isKept(visitor.get().user().getId()),
                    token(visitor.get()),
                    Outcome.ofCode(done));
        }
        if (visitor.isPresent()) {
            return pages.goToList();
        }
        return code == null && error == null
                ? Response.seeOther(SignIn.request(session, page.address())).build()
                : pages.withoutCookies();
    }

    /** What the person wants to see or change. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act() {
        MultivaluedMap<String, String> form =
                session.getContext().getHttpRequest().getDecodedFormParameters();
        return Visitor.of(session)
                .filter(visitor -> token(visitor).isIn(form.getFirst("form_token")))
                .map(visitor -> new Wish(session, visitor, pages, token(visitor))
                        .grant(form.getFirst("action"), form.getFirst("service")))
                .orElseGet(pages::goToList);
    }

    /** After "sign out everywhere". */
    @GET
    @Path(SIGNED_OUT)
    public Response signedOut() {
        return pages.signedOut();
    }

    private FormToken token(Visitor visitor) {
        return new FormToken(
                session.getProvider(IdentityVaultProvider.class).cookies(),
                MyServicesResourceFactory.PROVIDER_ID,
                visitor.userSession().getId());
    }
}
