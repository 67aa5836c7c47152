package org.cyberspaceid.signin.level;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cyberspaceid.signin.Amr;
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

    /** What a passkey alone reaches; in the realm's map it is as high as the password's, and counts as that too. */
    private static final String CREDENTIAL = "urn:cyberspace-id:acr:credential";

    private static final String WITHOUT_PASSKEY = "cyberspace-id.without-passkey";

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

    /** Whether the ISP takes the password's level too: the one of a passkey only if there was one. */
    public boolean passwordWillDo() {
        return essential.isEmpty()
                ? isReached(AcrUtils.getMinimumAcrValue(request.getClient()))
                : essential.stream().anyMatch(this::isReached);
    }

    private boolean isReached(String acr) {
        return levelOf(acr) <= PASSWORD
                && (!CREDENTIAL.equals(acr)
                        || Amr.isByPasskey(request.getUserSessionNotes().get(Amr.NOTE)));
    }

    /**
     * Whether nothing but a passkey will do: the level {@code credential} is essential (or the least that the ISP takes) and comes first, and
     * the password's would not be taken.
     */
    public boolean passkeyNeeded() {
        List<String> demanded = essential.isEmpty()
                ? Stream.ofNullable(AcrUtils.getMinimumAcrValue(request.getClient()))
                        .toList()
                : essential;
        return request.getClientNote(WITHOUT_PASSKEY) == null
                && demanded.stream()
                        .filter(levels::containsKey)
                        .findFirst()
                        .filter(CREDENTIAL::equals)
                        .isPresent()
                && demanded.stream().noneMatch(acr -> levelOf(acr) <= PASSWORD && !CREDENTIAL.equals(acr));
    }

    /**
     * The person has no passkey at hand.
     *
     * @return whether the ISP takes another level; the flow then goes for that
     */
    public boolean settleWithoutPasskey() {
        Optional<Integer> other = first(
                essential.stream()
                        .filter(acr -> levels.containsKey(acr) && !CREDENTIAL.equals(acr))
                        .toList(),
                levels);
        other.ifPresent(level -> {
            request.setClientNote(WITHOUT_PASSKEY, "true");
            request.setClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION, String.valueOf(level));
        });
        return other.isPresent();
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
