package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.realm.RealmApplier;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.ClientInitialAccessCreatePresentation;

/** Dynamic registration gives an ISP a client, and nothing that an administrator decides. */
class RegistrationFlowTest {
    private static final String REDIRECT = "https://dynamic.example/back";
    private static final String OIDC = "openid-connect";
    private static final String KEYCLOAKS_OWN = "default";

    private final World world = World.get();
    private final Registration registration = new Registration(world.issuer());

    @Test
    void whatIsRegisteredCannotSignAnybodyInBeforeTheOperatorHasNotedTheAttestation() {
        JsonNode client = registration.post(OIDC, token(), metadata("")).expect(201);
        Map<String, String> answer = PlayedIsp.parameters(new Browser("en")
                .fetch(URI.create(world.issuer() + "/protocol/openid-connect/auth?response_type=code&scope=openid"
                        + "&state=s&code_challenge_method=S256&code_challenge=" + "a".repeat(43) + "&redirect_uri="
                        + REDIRECT + "&client_id=" + client.path("client_id").asText()))
                .headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow());
        assertThat(answer)
                .containsEntry("error", "unauthorized_client")
                .containsEntry("error_description", "alternative_sign_in_not_attested");
    }

    @Test
    void nobodyRegistersWithoutAToken() {
        registration.post(OIDC, "", metadata("")).expect(403);
        registration.post(OIDC, "forged", metadata("")).expect(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'redirect_uris':['http://dynamic.example/back']; 400; redirect_uris: exact https URIs",
                "'redirect_uris':['https://dynamic.example/*']; 400; redirect_uris: exact https URIs",
                "'redirect_uris':['https://dynamic.example/back','https://elsewhere.example/back']; 400; sector",
                "'sector_identifier_uri':'https://dynamic.example/sector.json'; 400; sector_identifier_uri",
                "'backchannel_logout_uri':'http://dynamic.example/logout'; 400; an https URI",
                "'logo_uri':'http://dynamic.example/logo.png'; 400; an https URI",
                "'scope':'openid identity_verified'; 403; Not permitted to use specified clientScope",
                "'scope':'openid real_identity'; 403; Not permitted to use specified clientScope",
                "'scope':'openid email'; 403; Not permitted to use specified clientScope",
            })
    void whatItMayNotHaveIsRefusedWithTheReasonAndLeavesNothing(String unverified, int status, String reason) {
        int before = clients();
        String metadata = metadata(unverified.replace('\'', '"'));
        assertThat(registration
                        .post(OIDC, token(), metadata)
                        .expect(status)
                        .path("error_description")
                        .asText())
                .contains(reason);
        assertThat(clients()).isEqualTo(before);
    }

    /** The same endpoint in Keycloak's own format takes a whole client: no contract, scope or sector comes with it either. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'protocolMappers':[{'name':'c','protocol':'openid-connect','protocolMapper':'isp-contract','config':{'sector':'bank.example','alternative-sign-in':'x'}}]; ProtocolMapper type not allowed",
                "'protocolMappers':[{'name':'c','protocol':'openid-connect','protocolMapper':'oidc-usermodel-attribute-mapper','config':{}}]; a client has no mapper of its own",
                "'optionalClientScopes':['real_identity']; Not permitted to use specified clientScope",
                "'attributes':{'sectorIdentifierUri':'https://bank.example/s.json'}; sector_identifier_uri",
                "'serviceAccountsEnabled':true; authorization code flow only"
            })
    void keycloaksOwnFormatGivesNoMore(String unverified, String reason) {
        int before = clients();
        String client = "{\"redirectUris\":[\"" + REDIRECT + "\"]," + unverified.replace('\'', '"') + "}";
        Registration.Answer answer = registration.post(KEYCLOAKS_OWN, token(), client);
        assertThat(answer.status()).isBetween(400, 403);
        assertThat(answer.body()).contains(reason);
        assertThat(clients()).isEqualTo(before);
    }

    @Test
    void whatElseIsAskedForIsPutRight() {
        JsonNode client = registration
                .post(
                        KEYCLOAKS_OWN,
                        token(),
                        "{\"redirectUris\":[\"" + REDIRECT + "\"],\"directAccessGrantsEnabled\":true,"
                                + "\"implicitFlowEnabled\":true,\"fullScopeAllowed\":true}")
                .expect(201);
        for (String open : List.of("directAccessGrantsEnabled", "implicitFlowEnabled", "fullScopeAllowed")) {
            assertThat(client.path(open).asBoolean(true)).as(open).isFalse();
        }
    }

    /** The host of the document says who shares its numbers (OpenID Connect Dynamic Client Registration 1.0, 5). */
    @Test
    void aServiceOnTwoHostsRegistersTheDocumentThatListsBoth() throws Exception {
        String listed = "\"https://one.example/back\",\"https://two.example/back\"";
        HttpServer host = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        host.createContext("/sector.json", call -> {
            byte[] body = ("[" + listed + "]").getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(200, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        host.start();
        String sector = ",\"sector_identifier_uri\":\"http://127.0.0.1:"
                + host.getAddress().getPort() + "/sector.json\"";
        registration
                .post(OIDC, token(), metadata("\"redirect_uris\":[" + listed + "]" + sector))
                .expect(201);
        JsonNode refused = registration
                .post(
                        OIDC,
                        token(),
                        metadata("\"redirect_uris\":[" + listed + ",\"https://three.example/back\"]" + sector))
                .expect(400);
        assertThat(refused.path("error_description").asText()).contains("does not list every redirect URI");
        host.stop(0);
    }

    @Test
    void anUpdateWidensNothing() {
        JsonNode client = registration.post(OIDC, token(), metadata("")).expect(201);
        String address = client.path("registration_client_uri").asText();
        String id = "\"client_id\":\"" + client.path("client_id").asText() + "\",";
        String access = client.path("registration_access_token").asText();
        registration
                .put(address, access, metadata(id + "\"scope\":\"openid identity_verified\""))
                .expect(403);
        registration
                .put(address, access, metadata(id + "\"sector_identifier_uri\":\"https://bank.example/s.json\""))
                .expect(400);
        JsonNode renamed = registration
                .put(address, access, metadata(id + "\"client_name\":\"Renamed\""))
                .expect(200);
        assertThat(renamed.path("client_name").asText()).isEqualTo("Renamed");
        assertThat(renamed.path("scope").asText().split(" ")).doesNotContain("identity_verified");
    }

    private String token() {
        try (Keycloak admin = world.admin()) {
            return admin.realm(RealmApplier.REALM)
                    .clientInitialAccess()
                    .create(new ClientInitialAccessCreatePresentation(60, 1))
                    .getToken();
        }
    }

    private int clients() {
        try (Keycloak admin = world.admin()) {
            return admin.realm(RealmApplier.REALM).clients().findAll().size();
        }
    }

    /** Good metadata, in which a member may be replaced. */
    private static String metadata(String member) {
        String redirect = member.contains("redirect_uris") ? "" : "\"redirect_uris\":[\"" + REDIRECT + "\"],";
        return "{" + redirect + (member.isEmpty() ? "" : member + ",")
                + "\"token_endpoint_auth_method\":\"client_secret_basic\"}";
    }
}
