package org.cyberspaceid.realm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** An ISP as Keycloak's client representation: confidential, code flow with PKCE, nothing else switched on. */
final class IspRepresentation {
    private IspRepresentation() {}

    static ObjectNode of(IspClient isp, Optional<String> secret) {
        ObjectNode client = Json.MAPPER.createObjectNode();
        client.put("clientId", isp.clientId());
        client.put("name", isp.name());
        isp.homepage().ifPresent(url -> client.put("baseUrl", url));
        client.put("protocol", "openid-connect");
        client.put("enabled", true);
        client.put("publicClient", false);
        client.put("bearerOnly", false);
        client.put("standardFlowEnabled", true);
        client.put("implicitFlowEnabled", false);
        client.put("directAccessGrantsEnabled", false);
        client.put("serviceAccountsEnabled", false);
        client.put("fullScopeAllowed", false);
        client.put("consentRequired", false);
        client.put("frontchannelLogout", false);
        client.put("clientAuthenticatorType", isp.jwksUri().isPresent() ? "client-jwt" : "client-secret");
        secret.ifPresent(value -> client.put("secret", value));
        client.set("redirectUris", Json.MAPPER.valueToTree(isp.redirectUris()));
        client.set("webOrigins", Json.MAPPER.createArrayNode());
        client.set("attributes", attributes(isp));
        client.putArray("protocolMappers").add(isp.agreement().mapper());
        return client;
    }

    private static ObjectNode attributes(IspClient isp) {
        ObjectNode attributes = Json.MAPPER.createObjectNode();
        // Empty asks for none: the realm's policy then says what else is asked for.
        attributes.put("pkce.code.challenge.method", isp.agreement().pkceIsOptional() ? "" : "S256");
        attributes.put("oauth2.device.authorization.grant.enabled", "false");
        attributes.put("oidc.ciba.grant.enabled", "false");
        attributes.put("standard.token.exchange.enabled", "false");
        if (!isp.postLogoutRedirectUris().isEmpty()) {
            attributes.put("post.logout.redirect.uris", String.join("##", isp.postLogoutRedirectUris()));
        }
        isp.sectorIdentifierUri().ifPresent(uri -> attributes.put("sectorIdentifierUri", uri));
        isp.backchannelLogoutUri().ifPresent(uri -> {
            attributes.put("backchannel.logout.url", uri);
            attributes.put("backchannel.logout.session.required", "true");
        });
        isp.jwksUri().ifPresent(uri -> {
            attributes.put("use.jwks.url", "true");
            attributes.put("jwks.url", uri);
        });
        return attributes;
    }
}
