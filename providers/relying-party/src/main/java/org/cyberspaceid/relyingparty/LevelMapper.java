package org.cyberspaceid.relyingparty;

import org.keycloak.authentication.authenticators.util.LoAUtil;
import org.keycloak.models.AuthenticatedClientSessionModel;
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

    /** A phone approved: nothing was proven in this browser. */
    static final String SCAN = "urn:cyberspace-id:acr:scan";

    private static final int PASSWORD_LEVEL = 1;

    @Override
    protected String getAcr(AuthenticatedClientSessionModel clientSession) {
        String acr = super.getAcr(clientSession);
        return AcrUtils.getAcrLoaMap(clientSession.getClient()).containsKey(acr) ? acr : least(clientSession);
    }

    private static String least(AuthenticatedClientSessionModel clientSession) {
        return LoAUtil.getCurrentLevelOfAuthentication(clientSession) >= PASSWORD_LEVEL ? PASSWORD : SCAN;
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
