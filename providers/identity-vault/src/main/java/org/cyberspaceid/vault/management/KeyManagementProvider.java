package org.cyberspaceid.vault.management;

import org.cyberspaceid.vault.keys.Keyring;
import org.keycloak.provider.Provider;

/** The vault's keys, from wherever this deployment keeps them. */
public interface KeyManagementProvider extends Provider {

    /** The keys, open. */
    Keyring keyring();
}
