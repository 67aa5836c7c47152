package org.cyberspaceid.signin.passkey;

import com.webauthn4j.verifier.attestation.trustworthiness.certpath.CertPathTrustworthinessVerifier;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.ownpages.OwnAction;
import org.cyberspaceid.signin.device.OwnName;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegister;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Adds a passkey: Keycloak's own registration, on page {@code webauthn-register.ftl}, by the realm's policy (resident, user-verified, any
 * maker). The name goes into our table, sealed, and not into Keycloak's label or event.
 */
final class AddPasskey extends WebAuthnPasswordlessRegister {
    /** A sign-in may be that old. */
    static final Duration MAX_AGE = Duration.ofMinutes(5);

    private final KeycloakSession session;
    private final Clock clock;

    AddPasskey(KeycloakSession session, CertPathTrustworthinessVerifier verifier, Clock clock) {
        super(session, verifier);
        this.session = session;
        this.clock = clock;
    }

    @Override
    public int getMaxAuthAge(KeycloakSession unused) {
        return (int) MAX_AGE.toSeconds();
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        context.form().setAttribute("suggestedName", coarse(context));
        super.requiredActionChallenge(context);
    }

    @Override
    public void processAction(RequiredActionContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        if ("skip".equals(form.getFirst("action"))) {
            skip(context);
        } else if (isWhole(form)) {
            add(context, form);
        } else {
            context.getEvent()
                    .event(EventType.UPDATE_CREDENTIAL)
                    .detail(Details.CREDENTIAL_TYPE, getCredentialType())
                    .error(Errors.INVALID_REGISTRATION);
            again(context);
        }
    }

    private void add(RequiredActionContext context, MultivaluedMap<String, String> form) {
        Passkeys passkeys = new Passkeys(session, context.getUser(), clock);
        Set<String> before = ids(passkeys);
        super.processAction(context);
        if (context.getStatus() == RequiredActionContext.Status.SUCCESS) {
            String name = Optional.of(OwnName.typed(form.getFirst("passkey_name")))
                    .filter(typed -> !typed.isEmpty())
                    .orElseGet(() -> coarse(context));
            ids(passkeys).stream().filter(id -> !before.contains(id)).forEach(id -> passkeys.name(id, name));
        } else {
            again(context);
        }
    }

    /** Instead of Keycloak's page, which repeats what the browser said. */
    private void again(RequiredActionContext context) {
        context.form().setAttribute("problem", Problem.PASSKEY_NOT_ADDED.code());
        requiredActionChallenge(context);
    }

    /** Offered after the enrolment, it is not asked again; asked for by the person, it goes back to where that was. */
    private static void skip(RequiredActionContext context) {
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        if (OwnAction.ADD_PASSKEY.id().equals(tab.getClientNote(Constants.KC_ACTION))) {
            context.cancel();
        } else {
            context.success();
        }
    }

    /** Keycloak's registration takes what it needs for given. Its label is ours to leave out: it would stand in the database and an event. */
    private static boolean isWhole(MultivaluedMap<String, String> form) {
        return !form.containsKey(WebAuthnConstants.AUTHENTICATOR_LABEL)
                && !form.containsKey(WebAuthnConstants.ERROR)
                && !form.containsKey(WebAuthnConstants.IS_SET_RETRY)
                && Stream.of(WebAuthnConstants.CLIENT_DATA_JSON, WebAuthnConstants.ATTESTATION_OBJECT)
                        .map(form::getFirst)
                        .allMatch(part -> part != null && part.matches("[A-Za-z0-9_-]+"));
    }

    private static Set<String> ids(Passkeys passkeys) {
        return passkeys.all().stream().map(Passkeys.Passkey::id).collect(Collectors.toSet());
    }

    private static String coarse(RequiredActionContext context) {
        return OwnName.coarse(context.getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.USER_AGENT));
    }
}
