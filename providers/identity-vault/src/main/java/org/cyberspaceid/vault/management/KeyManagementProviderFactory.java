package org.cyberspaceid.vault.management;

import java.util.Optional;
import org.cyberspaceid.vault.keys.Keyring;
import org.keycloak.provider.ProviderFactory;

/**
 * Makes {@link KeyManagementProvider}s. It opens the keys in {@link #init}, before Keycloak touches the database: a server without
 * its keys does not start, and writes nothing.
 */
public interface KeyManagementProviderFactory extends ProviderFactory<KeyManagementProvider> {

    /** The keys, open from {@link #init} on. */
    Keyring keyring();

    /** How often keys were used since the last call, in one line for the audit log; empty where nobody counts, or there was no use. */
    default Optional<String> keyUse() {
        return Optional.empty();
    }
}
