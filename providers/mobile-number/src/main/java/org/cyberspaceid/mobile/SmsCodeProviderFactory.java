package org.cyberspaceid.mobile;

import org.keycloak.provider.ProviderFactory;

/** Makes the code service of a session. */
public interface SmsCodeProviderFactory extends ProviderFactory<SmsCodeProvider> {}
