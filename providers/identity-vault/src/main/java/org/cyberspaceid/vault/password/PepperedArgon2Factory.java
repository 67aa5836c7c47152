package org.cyberspaceid.vault.password;

import org.cyberspaceid.vault.management.KeyManagementProvider;
import org.keycloak.Config;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.credential.hash.PasswordHashProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The hash algorithm {@value #PROVIDER_ID} of a realm's password policy. Argon2id keeps Keycloak's own settings. */
public final class PepperedArgon2Factory implements PasswordHashProviderFactory {
    public static final String PROVIDER_ID = "peppered-argon2";

    private static final String ARGON2 = "argon2";

    @Override
    public PasswordHashProvider create(KeycloakSession session) {
        return new PepperedArgon2(
                session.getProvider(PasswordHashProvider.class, ARGON2),
                session.getProvider(KeyManagementProvider.class).keyring());
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to set
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // holds nothing
    }
}
