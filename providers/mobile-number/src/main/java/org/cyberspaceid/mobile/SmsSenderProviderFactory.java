package org.cyberspaceid.mobile;

import org.keycloak.provider.ProviderFactory;

/** Makes the sender of a session. A sender that talks to the outside belongs to its factory: one for the server. */
public interface SmsSenderProviderFactory extends ProviderFactory<SmsSenderProvider> {}
