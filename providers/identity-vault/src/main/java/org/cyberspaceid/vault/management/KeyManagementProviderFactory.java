package org.cyberspaceid.vault.management;

import org.cyberspaceid.vault.keys.KeyCustody;
import org.cyberspaceid.vault.keys.Keyring;
import org.keycloak.provider.ProviderFactory;

/**
 * Makes {@link KeyManagementProvider}s. It opens the keys in {@link #init}, before Keycloak touches the database: a server without
 * its keys does not start, and writes nothing.
 */
public interface KeyManagementProviderFactory extends ProviderFactory<KeyManagementProvider> {

    /** The keys, open from {@link #init} on. */
    Keyring keyring();

    /** Where the keys stay. */
    KeyCustody custody();
}
