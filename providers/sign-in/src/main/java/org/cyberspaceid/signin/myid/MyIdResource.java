package org.cyberspaceid.signin.myid;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.cyberspaceid.ownpages.FormToken;
import org.cyberspaceid.ownpages.OwnAction;
import org.cyberspaceid.ownpages.OwnPage;
import org.cyberspaceid.ownpages.Sessions;
import org.cyberspaceid.ownpages.SignIn;
import org.cyberspaceid.ownpages.Visitor;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;

/**
 * "My ID" ({@code docs/pages.md}): known devices, passkeys, and the ways to what a citizen can do to the own ID. Only after a sign-in of the
 * last minutes: whoever finds a browser signed in must not read or remove anything here.
 */
public final class MyIdResource {
    /** The last part of the address after signing out. */
    static final String SIGNED_OUT = "signed-out";

    /** Before the id of an {@link OwnAction}. */
    static final String ACTIONS = "actions";

    /** How old a sign-in may be. */
    static final Duration MAX_AGE = Duration.ofMinutes(10);

    private final KeycloakSession session;
    private final Clock clock;
    private final OwnPage page;
    private final MyIdPages pages;

    MyIdResource(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
        this.page = new OwnPage(session, MyIdResourceFactory.PROVIDER_ID);
        this.pages = new MyIdPages(page);
    }

    /**
     * The list, or the way to the sign-in.
     *
     * @param code from the authorization response; the page does not redeem it, see {@link SignIn}
     * @param error from the authorization response
     * @param action what the authorization response says of an action ({@code kc_action}), with {@code status}
     * @param done what was done before
     */
    @GET
    public Response list(
            @QueryParam("code") String code,
            @QueryParam("error") String error,
            @QueryParam(Constants.KC_ACTION) String action,
            @QueryParam(Constants.KC_ACTION_STATUS) String status,
            @QueryParam("done") String done) {
        Optional<Visitor> visitor = visitor();
        if (visitor.isPresent() && code == null) {
            return pages.list(Item.all(session, visitor.get(), clock), token(visitor.get()), Outcome.ofCode(done));
        }
        if (visitor.isPresent()) {
            boolean added = OwnAction.ADD_PASSKEY.id().equals(action) && "success".equals(status);
            return pages.goToList(added ? Optional.of(Outcome.PASSKEY_ADDED) : Optional.empty());
        }
        return code == null && error == null
                ? Response.seeOther(SignIn.request(session, page.address(), MAX_AGE))
                        .build()
                : pages.withoutCookies();
    }

    /** Leads to an action's own page; this link changes nothing. */
    @GET
    @Path(ACTIONS + "/{action}")
    public Response action(@PathParam("action") String unverifiedAction) {
        return OwnAction.ofId(unverifiedAction)
                .map(action -> Response.seeOther(SignIn.action(session, page.address(), action.id()))
                        .build())
                .orElseGet(() -> pages.goToList(Optional.empty()));
    }

    /** What the person wants to see or change. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act() {
        MultivaluedMap<String, String> form =
                session.getContext().getHttpRequest().getDecodedFormParameters();
        return visitor()
                .filter(visitor -> token(visitor).isIn(form.getFirst("form_token")))
                .map(visitor -> grant(visitor, form))
                .orElseGet(() -> pages.goToList(Optional.empty()));
    }

    /** After "sign out everywhere". */
    @GET
    @Path(SIGNED_OUT)
    public Response signedOut() {
        return pages.signedOut();
    }

    private Response grant(Visitor visitor, MultivaluedMap<String, String> form) {
        String action = Optional.ofNullable(form.getFirst("action")).orElse("open");
        if ("sign_out".equals(action)) {
            new Sessions(session, visitor.user()).endAll();
            event(visitor).event(EventType.LOGOUT).success();
            return pages.goToSignedOut();
        }
        return Item.find(session, visitor, clock, form.getFirst("item"))
                .map(item -> about(item, visitor, action, form.getFirst("name")))
                .orElseGet(() -> pages.goToList(Optional.empty()));
    }

    private Response about(Item item, Visitor visitor, String action, String unverifiedName) {
        return switch (action) {
            case "open" -> pages.one(item, token(visitor));
            case "rename" -> {
                item.rename(session, visitor, clock, unverifiedName);
                yield pages.goToList(Optional.of(Outcome.RENAMED));
            }
            case "remove" -> {
                Outcome done = item.kind() == Item.Kind.DEVICE ? Outcome.DEVICE_REMOVED : Outcome.PASSKEY_REMOVED;
                event(visitor)
                        .event(EventType.REMOVE_CREDENTIAL)
                        .detail(Details.REASON, done.code())
                        .success();
                item.remove(session, visitor, clock);
                yield pages.goToList(Optional.of(done));
            }
            default -> pages.goToList(Optional.empty());
        };
    }

    private EventBuilder event(Visitor visitor) {
        return new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .user(visitor.user());
    }

    private Optional<Visitor> visitor() {
        return Visitor.of(session).filter(visitor -> visitor.isFresh(MAX_AGE));
    }

    private FormToken token(Visitor visitor) {
        return new FormToken(
                session.getProvider(IdentityVaultProvider.class).cookies(),
                MyIdResourceFactory.PROVIDER_ID,
                visitor.userSession().getId());
    }
}
