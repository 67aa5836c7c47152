package org.cyberspaceid.signin.policy;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PasswordPolicyProviderFactory;

/** The password policy {@value #PROVIDER_ID}; it has no settings. */
public final class EightDigitPasswordPolicyFactory implements PasswordPolicyProviderFactory {
    public static final String PROVIDER_ID = "eight-digit-password";

    @Override
    public PasswordPolicyProvider create(KeycloakSession session) {
        return new EightDigitPasswordPolicy(session);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayName() {
        return "Cyberspace ID: eight digits";
    }

    @Override
    public String getConfigType() {
        return null;
    }

    @Override
    public String getDefaultConfigValue() {
        return null;
    }

    @Override
    public boolean isMultiplSupported() {
        return false;
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
