package org.cyberspaceid.relyingparty;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AmrProtocolMapper;

/**
 * {@code amr} (RFC 8176) from the steps that opened the session, and {@code mfa} when there is more than one kind. Stock Keycloak
 * reads the values from each execution's configuration, which the admin REST interface masks, so that nobody could see them drift;
 * ours are part of the code.
 */
public final class MethodsMapper extends AmrProtocolMapper {
    /** As named in the realm's client scope {@code network-number}. */
    public static final String PROVIDER_ID = "methods-mapper";

    /** User-session note of sign-in: {@value #KNOWN_DEVICE} when a known device's cookie stood in for the SMS code. */
    public static final String SECOND_FACTOR_NOTE = "cyberspaceid.second-factor";

    public static final String KNOWN_DEVICE = "known-device";

    private static final String SECOND_FACTOR = "sign-in-second-factor";
    private static final Map<String, String> METHOD_OF = Map.of(
            "sign-in-password",
            "pin",
            SECOND_FACTOR,
            "sms",
            "enrolment-password",
            "pin",
            "enrolment-mobile-number",
            "sms",
            "enrolment-face",
            "face");

    private static final String SEVERAL = "mfa";

    @Override
    protected List<String> getAmr(AuthenticatedClientSessionModel clientSession, RealmModel realm) {
        UserSessionModel userSession = clientSession.getUserSession();
        List<String> steps =
                AuthenticatorUtils.parseCompletedExecutions(userSession.getNote(Constants.AUTHENTICATORS_COMPLETED))
                        .keySet()
                        .stream()
                        .map(realm::getAuthenticationExecutionById)
                        .filter(Objects::nonNull)
                        .map(AuthenticationExecutionModel::getAuthenticator)
                        .toList();
        return methods(steps, KNOWN_DEVICE.equals(userSession.getNote(SECOND_FACTOR_NOTE)));
    }

    /** A known device's cookie adds no value of its own ({@code oidc.md}). */
    static List<String> methods(Collection<String> steps, boolean byKnownDevice) {
        TreeSet<String> methods = new TreeSet<>();
        steps.stream()
                .filter(step -> !(byKnownDevice && SECOND_FACTOR.equals(step)))
                .filter(METHOD_OF::containsKey)
                .forEach(step -> methods.add(METHOD_OF.get(step)));
        List<String> amr = new ArrayList<>(methods);
        if (amr.size() > 1) {
            amr.add(SEVERAL);
        }
        return amr;
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Methods (amr)";
    }
}
