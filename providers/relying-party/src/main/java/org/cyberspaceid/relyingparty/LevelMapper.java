package org.cyberspaceid.relyingparty;

import java.util.List;
import java.util.Set;
import org.keycloak.authentication.authenticators.util.LoAUtil;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.AcrProtocolMapper;
import org.keycloak.protocol.oidc.utils.AcrUtils;

/**
 * {@code acr}, Keycloak's own, with one correction: it repeats to an ISP what it asked for in bare numbers ({@code acr_values=0}). Only the
 * realm's own names of levels are told: the password's is the least but for a session that a phone approved.
 */
public final class LevelMapper extends AcrProtocolMapper {
    /** As named in the realm's client scope {@code network-number}. */
    public static final String PROVIDER_ID = "level-mapper";

    /** The least level of whoever proved something in this browser. */
    static final String PASSWORD = "urn:cyberspace-id:acr:password";

    /** What a user-verified passkey alone reaches; it satisfies the password's level too. */
    static final String CREDENTIAL = "urn:cyberspace-id:acr:credential";

    /** A phone approved: nothing was proven in this browser. */
    static final String SCAN = "urn:cyberspace-id:acr:scan";

    private static final int PASSWORD_LEVEL = 1;

    /** RFC 8176, as sign-in notes them of passkeys. */
    private static final Set<String> PASSKEY = Set.of("hwk", "swk");

    @Override
    protected String getAcr(AuthenticatedClientSessionModel clientSession) {
        String acr = super.getAcr(clientSession);
        boolean other = AcrUtils.getAcrLoaMap(clientSession.getClient()).containsKey(acr)
                && !PASSWORD.equals(acr)
                && !CREDENTIAL.equals(acr);
        return other ? acr : least(clientSession);
    }

    private static String least(AuthenticatedClientSessionModel clientSession) {
        return LoAUtil.getCurrentLevelOfAuthentication(clientSession) >= PASSWORD_LEVEL
                ? passwordOrCredential(clientSession)
                : SCAN;
    }

    /** Keycloak takes both for one level. Of a passkey an ISP is told that asked for it, or did not ask for the password alone. */
    static String passwordOrCredential(AuthenticatedClientSessionModel clientSession) {
        String methods = clientSession.getUserSession().getNote(MethodsMapper.NOTE);
        if (methods == null || MethodsMapper.ofNote(methods).stream().noneMatch(PASSKEY::contains)) {
            return PASSWORD;
        }
        String claims = clientSession.getNote(OIDCLoginProtocol.CLAIMS_PARAM);
        List<String> essential = AcrUtils.getRequiredAcrValues(claims);
        List<String> asked = essential.isEmpty()
                ? AcrUtils.getAcrValues(
                        claims, clientSession.getNote(OIDCLoginProtocol.ACR_PARAM), clientSession.getClient())
                : essential;
        return asked.contains(PASSWORD) && !asked.contains(CREDENTIAL) ? PASSWORD : CREDENTIAL;
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Level (acr)";
    }
}
