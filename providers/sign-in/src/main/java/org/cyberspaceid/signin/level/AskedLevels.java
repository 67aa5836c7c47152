package org.cyberspaceid.signin.level;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.Constants;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.AcrUtils;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The levels that a request names, "in order of preference" (OpenID Connect Core 1.0, 3.1.2.1 and 5.5.1). Keycloak goes for the least of
 * them; we go for the first, and take another one that was named, or any when none is essential, where the person cannot reach it.
 */
public final class AskedLevels {
    /** As the realm's {@code acr.loa.map} has it. */
    private static final int PASSWORD = 1;

    private static final String ASKED = "cyberspace-id.level-asked";

    private final AuthenticationSessionModel request;
    private final Map<String, Integer> levels;
    private final List<String> essential;

    private AskedLevels(AuthenticationSessionModel request) {
        this.request = request;
        this.levels = AcrUtils.getAcrLoaMap(request.getClient());
        this.essential = AcrUtils.getRequiredAcrValues(claims());
    }

    public static AskedLevels of(AuthenticationSessionModel request) {
        return new AskedLevels(request);
    }

    /** Has the flow go for the first level that the realm knows; once, since the flow can begin again after {@link #settleForPassword}. */
    public void goForTheFirst() {
        if (request.getClientNote(ASKED) != null) {
            return;
        }
        request.setClientNote(ASKED, "true");
        Optional<Integer> first = first(named(), levels);
        first.ifPresent(
                level -> request.setClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION, String.valueOf(level)));
    }

    /** Whether the ISP takes the password's level too. */
    public boolean passwordWillDo() {
        return essential.isEmpty()
                ? levelOf(AcrUtils.getMinimumAcrValue(request.getClient())) <= PASSWORD
                : essential.stream().anyMatch(acr -> levelOf(acr) <= PASSWORD);
    }

    /** The person cannot reach more, or does not want to. Only where {@link #passwordWillDo}. */
    public void settleForPassword() {
        request.setClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION, String.valueOf(PASSWORD));
    }

    static Optional<Integer> first(List<String> named, Map<String, Integer> levels) {
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(named.stream()
                        .filter(levels::containsKey)
                        .map(levels::get)
                        .findFirst()
                        .orElse(PASSWORD));
    }

    private List<String> named() {
        return essential.isEmpty()
                ? AcrUtils.getAcrValues(
                        claims(), request.getClientNote(OIDCLoginProtocol.ACR_PARAM), request.getClient())
                : essential;
    }

    private int levelOf(String acr) {
        return acr == null ? 0 : levels.getOrDefault(acr, Integer.MAX_VALUE);
    }

    private String claims() {
        return request.getClientNote(OIDCLoginProtocol.CLAIMS_PARAM);
    }
}
