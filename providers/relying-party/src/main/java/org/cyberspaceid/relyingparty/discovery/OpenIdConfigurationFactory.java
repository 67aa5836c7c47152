package org.cyberspaceid.relyingparty.discovery;

/** {@code .well-known/openid-configuration} (OpenID Connect Discovery 1.0, 4). */
public final class OpenIdConfigurationFactory extends TruthfulFactory {
    private static final String ALIAS = "openid-configuration";

    @Override
    public String getId() {
        return "cyberspace-id-" + ALIAS;
    }

    @Override
    public String getAlias() {
        return ALIAS;
    }
}
