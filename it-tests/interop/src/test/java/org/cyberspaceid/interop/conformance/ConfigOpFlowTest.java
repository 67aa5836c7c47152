package org.cyberspaceid.interop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("oidcc-config-certification-test-plan")
class ConfigOpFlowTest {
    private final Provider provider = Suite.get().provider();
    private final OIDCProviderMetadata metadata = provider.metadata();
    private final JsonNode document = Http.json(provider.document());

    @Test
    @DisplayName("oidcc-discovery-endpoint-verification")
    void discoveryEndpointVerification() {
        theDocumentAndItsIssuer();
        theEndpoints();
        theKeys();
        whatIsSupported();
    }

    private void theDocumentAndItsIssuer() {
        assertThat(provider.document().statusCode()).isEqualTo(200);
        assertThat(provider.document().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/json");
        assertThat(metadata.getIssuer() + "/.well-known/openid-configuration")
                .isEqualTo(provider.document().uri().toString());
        assertThat(provider.issuer()).startsWith("https://").doesNotContain("?", "#");
    }

    private void theEndpoints() {
        assertThat(metadata.getAuthorizationEndpointURI()).isNotNull();
        assertThat(metadata.getTokenEndpointURI()).isNotNull();
        assertThat(metadata.getUserInfoEndpointURI()).isNotNull();
        Set<String> addresses = new HashSet<>();
        document.properties().forEach(member -> {
            if (member.getKey().endsWith("_endpoint") || member.getKey().endsWith("_uri")) {
                addresses.add(member.getValue().asText());
            }
        });
        assertThat(addresses).hasSizeGreaterThan(5).allMatch(address -> address.startsWith(provider.issuer() + "/"));
    }

    private void theKeys() {
        List<JWK> keys = provider.keys().getKeys();
        assertThat(keys).isNotEmpty().allSatisfy(key -> {
            assertThat(key.isPrivate()).isFalse();
            assertThat(key.getKeyType().getValue()).isIn("RSA", "EC", "OKP");
            assertThat(key.getKeyID()).isNotEmpty();
        });
        assertThat(keys.stream().map(JWK::getKeyID)).doesNotHaveDuplicates();
    }

    private void whatIsSupported() {
        assertThat(texts("response_types_supported")).containsExactly("code");
        assertThat(texts("subject_types_supported")).containsExactly("pairwise");
        assertThat(texts("id_token_signing_alg_values_supported"))
                .contains("RS256")
                .doesNotContain("none");
        assertThat(texts("userinfo_signing_alg_values_supported")).contains("RS256");
        assertThat(texts("grant_types_supported")).containsExactlyInAnyOrder("authorization_code", "refresh_token");
        assertThat(texts("scopes_supported"))
                .contains("openid")
                .doesNotContain("profile", "email", "address", "phone")
                .allMatch(scope -> scope.matches("[\\x21\\x23-\\x5B\\x5D-\\x7E]+"));
        assertThat(texts("claims_supported")).contains("sub", "iss", "auth_time", "acr", "identity_verified");
        assertThat(texts("code_challenge_methods_supported")).containsExactly("S256");
        assertThat(texts("request_object_signing_alg_values_supported")).contains("RS256");
        assertThat(metadata.supportsClaimsParam()).isTrue();
        assertThat(metadata.supportsRequestParam()).isTrue();
        assertThat(metadata.supportsRequestURIParam()).isFalse();
    }

    private List<String> texts(String member) {
        assertThat(document.path(member).isArray()).as(member).isTrue();
        return document.path(member).valueStream().map(JsonNode::asText).toList();
    }
}
