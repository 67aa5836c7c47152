package org.cyberspaceid.relyingparty;

import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.protocol.oidc.mappers.AcrProtocolMapper;

/**
 * {@code acr}, Keycloak's own, with one correction: a session that enrolment opened carries no level of its own, and a later ISP
 * of that session would read Keycloak's {@code "0"}. No flow of the realm ends below the password level, so that is the least.
 */
public final class LevelMapper extends AcrProtocolMapper {
    /** As named in the realm's client scope {@code network-number}. */
    public static final String PROVIDER_ID = "level-mapper";

    /** The least level of {@code oidc.md} that the realm's flows reach. */
    static final String PASSWORD = "urn:cyberspace-id:acr:password";

    private static final String KEYCLOAK_SINGLE_SIGN_ON = "0";

    @Override
    protected String getAcr(AuthenticatedClientSessionModel clientSession) {
        String acr = super.getAcr(clientSession);
        return KEYCLOAK_SINGLE_SIGN_ON.equals(acr) ? PASSWORD : acr;
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
