package org.cyberspaceid.relyingparty.discovery;

/** {@code .well-known/oauth-authorization-server} (RFC 8414). */
public final class AuthorizationServerMetadataFactory extends TruthfulFactory {
    private static final String ALIAS = "oauth-authorization-server";

    @Override
    public String getId() {
        return "cyberspace-id-" + ALIAS;
    }

    @Override
    public String getAlias() {
        return ALIAS;
    }

    /** RFC 8414, 3: {@code /.well-known/oauth-authorization-server/realms/…} too. */
    @Override
    public boolean isAvailableViaServerMetadata() {
        return true;
    }
}
