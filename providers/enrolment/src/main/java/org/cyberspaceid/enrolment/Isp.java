package org.cyberspaceid.enrolment;

import java.net.URI;
import java.util.Optional;
import org.cyberspaceid.core.mode.DeploymentMode;
import org.cyberspaceid.core.networknumber.Sector;
import org.cyberspaceid.core.networknumber.SectorRule;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The ISP as a citizen sees it. */
final class Isp {
    private Isp() {}

    static String name(ClientModel client) {
        String name = client.getName();
        return name == null || name.isBlank() ? client.getClientId() : name;
    }

    /** The host to which the browser will return. */
    static String host(AuthenticationSessionModel authSession) {
        String redirect = authSession.getRedirectUri();
        String host = redirect == null ? null : URI.create(redirect).getHost();
        return host == null ? "" : host;
    }

    static Optional<Sector> sector(ClientModel client) {
        SectorRule.Decision decision = new SectorRule(DeploymentMode.current())
                .decide(client.getAttribute(OIDCConfigAttributes.SECTOR_IDENTIFIER_URI), client.getRedirectUris());
        return decision instanceof SectorRule.Decision.Known known ? Optional.of(known.sector()) : Optional.empty();
    }
}
