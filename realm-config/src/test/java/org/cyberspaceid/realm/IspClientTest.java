package org.cyberspaceid.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IspClientTest {
    private static final IspClient SHOP = IspClient.of(
            "shop", "Shop", List.of("https://shop.example/back"), Set.of("age_over_18"), "password by mail");

    @TempDir
    Path folder;

    @Test
    void isReadFromASmallFile() throws IOException {
        assertThat(IspClient.read(file("""
                        {"clientId": "shop", "name": "Shop", "redirectUris": ["https://shop.example/back"],
                         "scopes": ["age_over_18"], "agreement": {"alternativeSignIn": "password by mail"}}"""))).isEqualTo(SHOP);
    }

    @Test
    void refusesAMisspeltOrMissingMember() throws IOException {
        Path misspelt = file("{\"clientId\": \"a\", \"name\": \"A\", \"redirectUris\": [], \"redirectUrls\": []}");
        assertThatThrownBy(() -> IspClient.read(misspelt)).isInstanceOf(IOException.class);
        Path missing = file("{\"clientId\": \"a\", \"name\": \"A\"}");
        assertThatThrownBy(() -> IspClient.read(missing)).isInstanceOf(IOException.class);
        Path unattested = file("{\"clientId\": \"a\", \"name\": \"A\", \"redirectUris\": [], \"agreement\": {}}");
        assertThatThrownBy(() -> IspClient.read(unattested)).isInstanceOf(IOException.class);
    }

    @Test
    void becomesAConfidentialClientWithNothingElseSwitchedOn() {
        ObjectNode client = IspRepresentation.of(SHOP, Optional.of("s"));
        assertThat(client.get("publicClient").asBoolean()).isFalse();
        assertThat(client.get("consentRequired").asBoolean()).isFalse();
        assertThat(client.get("clientAuthenticatorType").asText()).isEqualTo("client-secret");
        assertThat(client.get("attributes").get("pkce.code.challenge.method").asText())
                .isEqualTo("S256");
        for (String off : List.of(
                "implicitFlowEnabled", "directAccessGrantsEnabled", "serviceAccountsEnabled", "fullScopeAllowed")) {
            assertThat(client.get(off).asBoolean()).as(off).isFalse();
        }
    }

    @Test
    void authenticatesByItsOwnKeysWhenItHasSome() {
        IspClient withKeys = new IspClient(
                "shop",
                "Shop",
                Optional.empty(),
                List.of("https://shop.example/back"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("https://shop.example/jwks"),
                Set.of(),
                IspAgreement.of("password by mail"));
        ObjectNode client = IspRepresentation.of(withKeys, Optional.empty());
        assertThat(client.get("clientAuthenticatorType").asText()).isEqualTo("client-jwt");
        assertThat(client.get("attributes").get("jwks.url").asText()).isEqualTo("https://shop.example/jwks");
        assertThat(client.has("secret")).isFalse();
    }

    @Test
    void writesTheAgreementAsTheClientsOneMapper() throws IOException {
        IspClient isp = IspClient.read(file("""
                {"clientId": "shop", "name": "Shop", "redirectUris": ["https://shop.example/back"],
                 "agreement": {"alternativeSignIn": "by mail", "sector": "old.example", "nonceInsteadOfPkce": true,
                   "conformanceTestUntil": "2026-12-01",
                   "securityEventsEndpoint": "https://shop.example/events",
                   "legalBasis": {"code": "telecom", "law": "L", "purpose": "P", "retention": "R",
                                  "values": ["name", "mobile"]}}}"""));
        ObjectNode client = IspRepresentation.of(isp, Optional.empty());
        assertThat(client.get("protocolMappers")).hasSize(1);
        assertThat(client.at("/protocolMappers/0/config").toString())
                .isEqualTo("{\"alternative-sign-in\":\"by mail\",\"sector\":\"old.example\","
                        + "\"nonce-instead-of-pkce\":\"true\",\"conformance-test-until\":\"2026-12-01\","
                        + "\"security-events.endpoint\":\"https://shop.example/events\",\"legal-basis\":\"telecom\","
                        + "\"legal-basis.law\":\"L\",\"legal-basis.purpose\":\"P\",\"legal-basis.retention\":\"R\","
                        + "\"legal-basis.values\":\"name mobile\"}");
        assertThat(client.at("/attributes/pkce.code.challenge.method").asText()).isEmpty();
    }

    private Path file(String json) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "isp", ".json"), json);
    }
}
