package org.cyberspaceid.relyingparty;

import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.protocol.oidc.mappers.AcrProtocolMapper;
import org.keycloak.protocol.oidc.utils.AcrUtils;

/**
 * {@code acr}, Keycloak's own, with one correction: it repeats to an ISP what it asked for in bare numbers ({@code acr_values=0}). Only the
 * realm's own names of levels are told; no flow of the realm ends below the password level, so that is the least.
 */
public final class LevelMapper extends AcrProtocolMapper {
    /** As named in the realm's client scope {@code network-number}. */
    public static final String PROVIDER_ID = "level-mapper";

    /** The least level of {@code oidc.md} that the realm's flows reach. */
    static final String PASSWORD = "urn:cyberspace-id:acr:password";

    @Override
    protected String getAcr(AuthenticatedClientSessionModel clientSession) {
        String acr = super.getAcr(clientSession);
        return AcrUtils.getAcrLoaMap(clientSession.getClient()).containsKey(acr) ? acr : PASSWORD;
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
