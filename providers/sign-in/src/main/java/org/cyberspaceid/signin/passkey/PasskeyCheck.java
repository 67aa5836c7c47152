package org.cyberspaceid.signin.passkey;

import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.WebAuthnConstants;
import org.keycloak.common.util.UriUtils;
import org.keycloak.credential.WebAuthnCredentialModelInput;
import org.keycloak.credential.WebAuthnCredentialModelInput.KeycloakWebAuthnAuthenticationParameters;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.WebAuthnPolicy;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A passkey's answer to a challenge of this tab (Web Authentication Level 3, 7.2), verified by Keycloak's credential provider. Unlike
 * Keycloak's own step it serves a required action too, demands user verification whatever the realm's policy has drifted to, and logs
 * nothing that a browser sent.
 */
public final class PasskeyCheck {
    /** Authenticator data: 32 bytes of the RP's hash, then the flags (6.1). */
    private static final int FLAGS_AT = 32;

    private static final int USER_VERIFIED = 0x04;
    private static final int BACKUP_ELIGIBLE = 0x08;

    private final KeycloakSession session;
    private final AuthenticationSessionModel tab;
    private final RealmModel realm;
    private final Clock clock;

    public PasskeyCheck(KeycloakSession session, AuthenticationSessionModel tab, Clock clock) {
        this.session = session;
        this.tab = tab;
        this.realm = tab.getRealm();
        this.clock = clock;
    }

    /** What came of it. To the person every {@link Wrong} is the same. */
    public sealed interface Verdict {
        /**
         * The user's own passkey, and the authenticator has verified its user.
         *
         * @param id Keycloak's id of the credential
         * @param deviceBound whether it can never leave its device (flag BE)
         */
        record Right(UserModel user, String id, boolean deviceBound) implements Verdict {}

        /**
         * Not let in.
         *
         * @param user whose passkey it claims to be, if that is anybody
         * @param eventError for the operator's events only
         */
        record Wrong(Optional<UserModel> user, String eventError) implements Verdict {}
    }

    /** Whether a form is a passkey's answer: a page has the fields, its script fills them. */
    public static boolean isIn(MultivaluedMap<String, String> unverifiedForm) {
        String id = unverifiedForm.getFirst(WebAuthnConstants.CREDENTIAL_ID);
        return id != null && !id.isEmpty();
    }

    /**
     * What the page's script needs for a new challenge, see {@code docs/pages.md}. The one of before is void.
     *
     * @param known who has been identified already; null before
     */
    public Map<String, Object> challenge(UserModel known) {
        String challenge = base64url(new DefaultChallenge().getValue());
        tab.setAuthNote(WebAuthnConstants.AUTH_CHALLENGE_NOTE, challenge);
        Map<String, Object> page = new HashMap<>();
        page.put("challenge", challenge);
        page.put("rpId", rpId());
        page.put("allowed", known == null ? List.of() : new Passkeys(session, known, clock).credentialIds());
        return page;
    }

    /**
     * Judges the answer; the challenge has served, whatever comes of it.
     *
     * @param known who it must be; null: whoever it says
     */
    public Verdict judge(MultivaluedMap<String, String> unverifiedForm, UserModel known) {
        String challenge = tab.getAuthNote(WebAuthnConstants.AUTH_CHALLENGE_NOTE);
        tab.removeAuthNote(WebAuthnConstants.AUTH_CHALLENGE_NOTE);
        Optional<Answer> answer = Answer.read(unverifiedForm);
        if (challenge == null || answer.isEmpty()) {
            return new Verdict.Wrong(Optional.ofNullable(known), Errors.INVALID_USER_CREDENTIALS);
        }
        Optional<UserModel> user =
                answer.get().userId().map(id -> session.users().getUserById(realm, id));
        if (user.isEmpty()) {
            return new Verdict.Wrong(Optional.ofNullable(known), Errors.USER_NOT_FOUND);
        }
        if (known != null && !known.getId().equals(user.get().getId())) {
            return new Verdict.Wrong(Optional.of(known), Errors.DIFFERENT_USER_AUTHENTICATED);
        }
        return judge(answer.get(), user.get(), challenge);
    }

    private Verdict judge(Answer answer, UserModel user, String challenge) {
        Passkeys passkeys = new Passkeys(session, user, clock);
        Optional<String> id = passkeys.used(base64url(answer.credentialId()), () -> isRight(answer, user, challenge));
        if (id.isEmpty()) {
            return new Verdict.Wrong(Optional.of(user), Errors.INVALID_USER_CREDENTIALS);
        }
        return user.isEnabled()
                ? new Verdict.Right(user, id.get(), (answer.flags() & BACKUP_ELIGIBLE) == 0)
                : new Verdict.Wrong(Optional.of(user), Errors.USER_DISABLED);
    }

    private boolean isRight(Answer answer, UserModel user, String challenge) {
        ServerProperty server = new ServerProperty(
                new Origin(UriUtils.getOrigin(session.getContext().getUri().getBaseUri())),
                rpId(),
                new DefaultChallenge(challenge));
        WebAuthnCredentialModelInput input =
                new WebAuthnCredentialModelInput(WebAuthnCredentialModel.TYPE_PASSWORDLESS);
        input.setAuthenticationRequest(new AuthenticationRequest(
                answer.credentialId(), answer.authenticatorData(), answer.clientData(), answer.signature()));
        input.setAuthenticationParameters(new KeycloakWebAuthnAuthenticationParameters(server, true));
        try {
            return (answer.flags() & USER_VERIFIED) != 0
                    && user.credentialManager().isValid(input);
        } catch (WebAuthnException refused) {
            return false;
        }
    }

    private String rpId() {
        WebAuthnPolicy policy = realm.getWebAuthnPolicyPasswordless();
        String rpId = policy.getRpId();
        return rpId == null || rpId.isEmpty()
                ? session.getContext().getUri().getBaseUri().getHost()
                : rpId;
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** An authentication assertion, as the page's script posts it. */
    private record Answer(
            byte[] credentialId, byte[] authenticatorData, byte[] clientData, byte[] signature, byte[] userHandle) {

        /** Empty when a part is missing or is not base64url. */
        static Optional<Answer> read(MultivaluedMap<String, String> form) {
            try {
                Answer answer = new Answer(
                        part(form, WebAuthnConstants.CREDENTIAL_ID),
                        part(form, WebAuthnConstants.AUTHENTICATOR_DATA),
                        part(form, WebAuthnConstants.CLIENT_DATA_JSON),
                        part(form, WebAuthnConstants.SIGNATURE),
                        part(form, WebAuthnConstants.USER_HANDLE));
                return answer.authenticatorData.length > FLAGS_AT ? Optional.of(answer) : Optional.empty();
            } catch (IllegalArgumentException malformed) {
                return Optional.empty();
            }
        }

        private static byte[] part(MultivaluedMap<String, String> form, String name) {
            return Base64.getUrlDecoder()
                    .decode(Optional.ofNullable(form.getFirst(name)).orElse(""));
        }

        int flags() {
            return authenticatorData[FLAGS_AT];
        }

        /** As it was written at the registration: Keycloak's id of the user, in UTF-8. A resident credential always brings it. */
        Optional<String> userId() {
            String id = new String(userHandle, StandardCharsets.UTF_8);
            return id.matches("[0-9a-f-]{36}") ? Optional.of(id) : Optional.empty();
        }
    }
}
