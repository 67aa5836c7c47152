package org.cyberspaceid.relyingparty;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.keycloak.util.JsonSerialization;

/**
 * {@code amr} (RFC 8176): what sign-in noted, or, for a session that enrolment opened, its steps. Stock Keycloak reads a value from each
 * execution's configuration: that would say {@code sms} of a device that was known, and the admin REST interface masks the
 * values, so that nobody could see them drift.
 */
public final class MethodsMapper extends AmrProtocolMapper {
    /** As named in the realm's client scope {@code network-number}. */
    public static final String PROVIDER_ID = "methods-mapper";

    /** Sign-in's user-session note: a JSON array of RFC 8176 values. Its twin is {@code Amr.NOTE} in the module sign-in. */
    static final String NOTE = "cyberspace-id.amr";

    private static final Map<String, String> METHOD_OF_STEP =
            Map.of("enrolment-face", "face", "enrolment-mobile-number", "sms", "enrolment-password", "pin");
    private static final String SEVERAL = "mfa";

    @Override
    protected List<String> getAmr(AuthenticatedClientSessionModel clientSession, RealmModel realm) {
        UserSessionModel userSession = clientSession.getUserSession();
        String noted = userSession.getNote(NOTE);
        return noted == null ? ofSteps(completed(userSession, realm)) : ofNote(noted);
    }

    private static List<String> completed(UserSessionModel userSession, RealmModel realm) {
        return AuthenticatorUtils.parseCompletedExecutions(userSession.getNote(Constants.AUTHENTICATORS_COMPLETED))
                .keySet()
                .stream()
                .map(realm::getAuthenticationExecutionById)
                .filter(Objects::nonNull)
                .map(AuthenticationExecutionModel::getAuthenticator)
                .toList();
    }

    static List<String> ofNote(String json) {
        try {
            return List.of(JsonSerialization.readValue(json, String[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> ofSteps(Collection<String> steps) {
        TreeSet<String> methods = new TreeSet<>();
        steps.stream().filter(METHOD_OF_STEP::containsKey).forEach(step -> methods.add(METHOD_OF_STEP.get(step)));
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
