package org.cyberspaceid.relyingparty.discovery;

import org.cyberspaceid.relyingparty.policy.OurRealm;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCWellKnownProviderFactory;
import org.keycloak.protocol.oidc.representations.OIDCConfigurationRepresentation;
import org.keycloak.wellknown.WellKnownProvider;

/** Keycloak's document as it is for other realms, corrected for ours. */
abstract class TruthfulFactory extends OIDCWellKnownProviderFactory {
    private static final int BEFORE_STOCK = 1;

    @Override
    public WellKnownProvider create(KeycloakSession session) {
        return new Truthful(super.create(session), session);
    }

    @Override
    public abstract String getId();

    @Override
    public abstract String getAlias();

    @Override
    public int getPriority() {
        return BEFORE_STOCK;
    }

    private record Truthful(WellKnownProvider stock, KeycloakSession session) implements WellKnownProvider {
        @Override
        public Object getConfig() {
            RealmModel realm = session.getContext().getRealm();
            Object document = stock.getConfig();
            return OurRealm.is(realm)
                    ? Discovery.truthful((OIDCConfigurationRepresentation) document, realm)
                    : document;
        }

        @Override
        public void close() {
            stock.close();
        }
    }
}
