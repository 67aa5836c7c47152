package org.cyberspaceid.signin.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/** What we note on a user session. It ends with the session. */
final class Notes {
    /** The device's id: the sessions of one browser, one for each ISP, find each other by it. */
    static final String DEVICE = "cyberspace-id.device";

    private static final String OURS = "cyberspace-id.";
    private static final String SIGNED_OUT = "cyberspace-id.signed-out.";
    private static final int TAG_BYTES = 8;

    /** The twin of relying-party's: an ISP's own answer, nobody else's. */
    private static final String AUTH_TIME_OF_ISP = "cyberspace-id.auth-time";

    private Notes() {}

    static String device(UserSessionModel session) {
        return session.getNote(DEVICE);
    }

    /** Seconds since 1970 of the last time the citizen really signed in. */
    static int authTime(UserSessionModel session) {
        String noted = session.getNote(AuthenticationManager.AUTH_TIME);
        return noted == null ? session.getStarted() : Integer.parseInt(noted);
    }

    /** The citizen signed out at this ISP: a session from before opens no other there. */
    static void signedOut(UserSessionModel other, ClientModel isp) {
        other.setNote(tag(other, isp), String.valueOf(Time.currentTime()));
    }

    static boolean maySignIn(UserSessionModel other, ClientModel isp) {
        String signedOutAt = other.getNote(tag(other, isp));
        return signedOutAt == null || authTime(other) > Integer.parseInt(signedOutAt);
    }

    /** What a session at another ISP inherits: when and how the citizen signed in, and where they have signed out since. */
    static Map<String, String> inherited(UserSessionModel from) {
        Stream<String> keycloaks =
                Stream.of(AuthenticationManager.AUTH_TIME, Constants.LOA_MAP, Constants.AUTHENTICATORS_COMPLETED);
        Stream<String> ours =
                from.getNotes().keySet().stream().filter(n -> n.startsWith(OURS) && !n.equals(AUTH_TIME_OF_ISP));
        return Stream.concat(keycloaks, ours)
                .filter(name -> from.getNote(name) != null)
                .collect(Collectors.toMap(name -> name, from::getNote));
    }

    /** Mixed with the device's id, so that the note's name is the same for no two people. */
    private static String tag(UserSessionModel session, ClientModel isp) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((device(session) + "/" + isp.getId()).getBytes(StandardCharsets.UTF_8));
            return SIGNED_OUT + HexFormat.of().formatHex(Arrays.copyOf(hash, TAG_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
