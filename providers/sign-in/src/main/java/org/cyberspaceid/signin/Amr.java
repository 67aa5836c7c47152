package org.cyberspaceid.signin;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/**
 * How somebody signed in, in the words of RFC 8176, as {@code oidc.md} (Levels) assigns them. Keycloak's own references hang on executions,
 * so they would say {@code sms} of a device that was known; a note of the user session says what happened.
 */
public enum Amr {
    /** The 8-digit password on a known device. The cookie adds no value of its own. */
    PASSWORD_ON_KNOWN_DEVICE("[\"pin\"]"),
    /** The 8-digit password and a code by SMS. */
    PASSWORD_AND_SMS("[\"pin\",\"sms\",\"mfa\"]"),
    /** A passkey that never leaves its device, with user verification. */
    DEVICE_BOUND_PASSKEY("[\"hwk\",\"user\"]"),
    /** A passkey that its provider may copy between a person's devices, with user verification. */
    SYNCED_PASSKEY("[\"swk\",\"user\"]"),
    /** The 8-digit password and then {@link #DEVICE_BOUND_PASSKEY}. */
    PASSWORD_AND_DEVICE_BOUND_PASSKEY("[\"pin\",\"hwk\",\"user\",\"mfa\"]"),
    /** The 8-digit password and then {@link #SYNCED_PASSKEY}. */
    PASSWORD_AND_SYNCED_PASSKEY("[\"pin\",\"swk\",\"user\",\"mfa\"]"),
    /** A phone that is signed in approved: "multiple-channel authentication" (RFC 8176, 2), and no factor on this screen. */
    PHONE("[\"mca\"]");

    /** The user-session note that the {@code amr} claim is mapped from: a JSON array. */
    public static final String NOTE = "cyberspace-id.amr";

    private static final List<String> PASSKEY = List.of("hwk", "swk");

    private static final List<String> FACE = List.of("face", "mfa");

    private final String values;

    Amr(String values) {
        this.values = values;
    }

    /** Notes it for the session that this sign-in will make. */
    public void note(AuthenticationSessionModel authentication) {
        authentication.setUserSessionNote(NOTE, values);
    }

    /**
     * A live face matched, beside what is noted already, of this sign-in or of the session that goes on. A session that enrolment opened
     * has no note, and needs none: its steps say it, a face among them.
     */
    public static void addFace(AuthenticationFlowContext context) {
        AuthenticationSessionModel authentication = context.getAuthenticationSession();
        Optional.ofNullable(authentication.getUserSessionNotes().get(NOTE))
                .or(() -> session(context).map(session -> session.getNote(NOTE)))
                .ifPresent(before -> authentication.setUserSessionNote(NOTE, withFace(before)));
    }

    private static Optional<UserSessionModel> session(AuthenticationFlowContext context) {
        return Optional.ofNullable(AuthenticationManager.authenticateIdentityCookie(
                        context.getSession(), context.getRealm(), true))
                .filter(found -> found.user().equals(context.getUser()))
                .map(AuthenticationManager.AuthResult::session);
    }

    /**
     * Whether a sign-in was by a passkey.
     *
     * @param note as noted; null: nothing was
     */
    public static boolean isByPasskey(String note) {
        return note != null && methods(note).stream().anyMatch(PASSKEY::contains);
    }

    static String withFace(String json) {
        Set<String> methods = new LinkedHashSet<>(methods(json));
        methods.addAll(FACE);
        try {
            return JsonSerialization.writeValueAsString(methods);
        } catch (IOException impossible) {
            throw new IllegalStateException("always JSON", impossible);
        }
    }

    private static List<String> methods(String json) {
        try {
            return Arrays.asList(JsonSerialization.readValue(json, String[].class));
        } catch (IOException ourOwnNote) {
            throw new IllegalStateException("the note of methods is not JSON", ourOwnNote);
        }
    }
}
