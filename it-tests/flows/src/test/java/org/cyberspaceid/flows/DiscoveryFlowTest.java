package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.junit.jupiter.api.Test;

/** The discovery document tells the truth. */
class DiscoveryFlowTest {
    private final World world = World.get();

    @Test
    void discoveryNamesWhatWorks() {
        JsonNode document = Answers.json(new Browser("en")
                .fetch(URI.create(world.issuer() + "/.well-known/openid-configuration"))
                .body());
        assertThat(texts(document, "subject_types_supported")).containsExactly("pairwise");
        assertThat(texts(document, "response_types_supported")).containsExactly("code");
        assertThat(texts(document, "grant_types_supported"))
                .containsExactlyInAnyOrder("authorization_code", "refresh_token");
        assertThat(texts(document, "code_challenge_methods_supported")).containsExactly("S256");
        assertThat(texts(document, "acr_values_supported"))
                .containsExactly(
                        "urn:cyberspace-id:acr:credential",
                        "urn:cyberspace-id:acr:face",
                        "urn:cyberspace-id:acr:password",
                        "urn:cyberspace-id:acr:scan");
        assertThat(texts(document, "scopes_supported"))
                .contains("openid", "age_over_18")
                .doesNotContain("email", "profile", "offline_access");
        assertThat(texts(document, "claims_supported"))
                .contains("age_over_18", "phone_number_verified")
                .doesNotContain("name", "email", "preferred_username");
        assertThat(document.path("verified_claims_supported").asBoolean()).isTrue();
        assertThat(texts(document, "trust_frameworks_supported")).containsExactly("cn_cyberspace_id");
        for (String absent : List.of(
                "check_session_iframe",
                "device_authorization_endpoint",
                "backchannel_authentication_endpoint",
                "mtls_endpoint_aliases")) {
            assertThat(document.has(absent)).as(absent).isFalse();
        }
        JsonNode metadata = Answers.json(new Browser("en")
                .fetch(URI.create(world.issuer() + "/.well-known/oauth-authorization-server"))
                .body());
        assertThat(metadata).isEqualTo(document);
    }

    @Test
    void otherRealmsKeepKeycloaksDocument() {
        String master = world.issuer().replace("/realms/cyberspace-id", "/realms/master");
        JsonNode document = Answers.json(new Browser("en")
                .fetch(URI.create(master + "/.well-known/openid-configuration"))
                .body());
        assertThat(texts(document, "subject_types_supported")).contains("public");
    }

    private static List<String> texts(JsonNode document, String member) {
        return StreamSupport.stream(document.path(member).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
