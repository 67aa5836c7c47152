package org.cyberspaceid.relyingparty;

import java.util.Optional;
import org.cyberspaceid.core.mode.DeploymentMode;
import org.cyberspaceid.core.networknumber.NetworkNumber;
import org.cyberspaceid.core.networknumber.SectorRule;
import org.cyberspaceid.relyingparty.contract.IspContract;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;

/** The number by which an ISP knows a person. */
public final class NetworkNumbers {
    /** The sign-in's client note, which Keycloak copies to the client session: how often the number was renewed. */
    public static final String EPOCH_NOTE = "cyberspaceid.epoch";

    private NetworkNumbers() {}

    /** Empty when the user is not a citizen (an administrator), or the client has no sector. */
    public static Optional<NetworkNumber> of(KeycloakSession session, ClientModel client, UserModel user) {
        if (user == null || !(sectorOf(client) instanceof SectorRule.Decision.Known known)) {
            return Optional.empty();
        }
        return session.getProvider(IdentityVaultProvider.class)
                .identities()
                .networkNumber(user.getId(), known.sector());
    }

    /** The subject of an ISP's session: as the sign-in saw it, so that it stays the same until the session ends. */
    static Optional<NetworkNumber> of(KeycloakSession session, AuthenticatedClientSessionModel at) {
        UserModel user = at.getUserSession().getUser();
        String epoch = at.getNote(EPOCH_NOTE);
        if (epoch == null || user == null || !(sectorOf(at.getClient()) instanceof SectorRule.Decision.Known known)) {
            return of(session, at.getClient(), user);
        }
        return session.getProvider(IdentityVaultProvider.class)
                .identities()
                .networkNumber(user.getId(), known.sector(), Long.parseLong(epoch));
    }

    /** Gives the person another number at this client and all others of its sector; false when there is none to renew. */
    public static boolean renew(KeycloakSession session, ClientModel client, UserModel user) {
        return sectorOf(client) instanceof SectorRule.Decision.Known known
                && session.getProvider(IdentityVaultProvider.class)
                        .identities()
                        .renewNumber(user.getId(), known.sector());
    }

    /** The contract's sector, where the service moved; else as OpenID Connect Core 8.1 has it. */
    public static SectorRule.Decision sectorOf(ClientModel client) {
        return IspContract.of(client)
                .sector()
                .<SectorRule.Decision>map(SectorRule.Decision.Known::new)
                .orElseGet(() -> ownSector(client));
    }

    private static SectorRule.Decision ownSector(ClientModel client) {
        return new SectorRule(DeploymentMode.current())
                .decide(client.getAttribute(OIDCConfigAttributes.SECTOR_IDENTIFIER_URI), client.getRedirectUris());
    }
}
