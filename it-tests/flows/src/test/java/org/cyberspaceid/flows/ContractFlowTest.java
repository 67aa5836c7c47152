package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.realm.IspClient;
import org.cyberspaceid.realm.IspClients;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** To what an ISP's client is held, by the REST interface that the console uses too. */
class ContractFlowTest {
    private static final String REALM = "cyberspace-id";
    private static final String BACK = "https://contract.example/back";
    private static final IspClient ISP =
            IspClient.of("contract-test", "Contract", List.of(BACK), Set.of("age_over_18"), "by mail");

    private final World world = World.get();

    @BeforeEach
    void register() {
        asAdministrator(realm -> {});
    }

    @Test
    void aClientKeepsToTheContractThroughEveryEndpoint() {
        asAdministrator(realm -> {
            ClientResource client = client(realm);
            List<ProtocolMapperRepresentation> before =
                    client.toRepresentation().getProtocolMappers();

            Refused.answer(created(client.getProtocolMappers().createMapper(emailMapper())), "no mapper of its own");
            String profile = scope(realm, "not-of-the-table");
            Refused.call(() -> client.addOptionalClientScope(profile), "scope outside the table: not-of-the-table");
            Refused.call(() -> client.addDefaultClientScope(profile), "scope outside the table: not-of-the-table");
            Refused.call(
                    () -> client.addOptionalClientScope(scope(realm, "offline_access")),
                    "scope outside the table: offline_access");
            Refused.call(
                    () -> client.removeDefaultClientScope(scope(realm, "network-number")),
                    "the default scope network-number with its mapper is required");
            client.update(changed(client, c -> c.setImplicitFlowEnabled(true)));
            assertThat(client.toRepresentation().isImplicitFlowEnabled())
                    .as("put right")
                    .isFalse();
            Refused.call(
                    () -> client.update(changed(client, c -> c.setRedirectUris(List.of("https://contract.example/*")))),
                    "redirect_uris: exact https URIs");
            Refused.call(
                    () -> client.update(changed(client, c -> c.setRedirectUris(List.of("http://contract.example/")))),
                    "https");
            Refused.call(() -> client.update(changed(client, c -> c.setConsentRequired(true))), "consent");

            ClientRepresentation after = client.toRepresentation();
            assertThat(after.getRedirectUris()).containsExactly(BACK);
            assertThat(after.getProtocolMappers()).usingRecursiveComparison().isEqualTo(before);
            assertThat(after.getOptionalClientScopes()).containsExactly("age_over_18");
            assertThat(after.getDefaultClientScopes()).containsExactly("network-number");
        });
    }

    @Test
    void theSharedScopesKeepTheirMappers() {
        asAdministrator(realm -> {
            var age = realm.clientScopes().get(scope(realm, "age_over_18"));
            Refused.answer(created(age.getProtocolMappers().createMapper(emailMapper())), "a mapper that is not ours");
            assertThat(age.getProtocolMappers().getMappers()).isEmpty();

            var number = realm.clientScopes().get(scope(realm, "network-number"));
            ProtocolMapperRepresentation sub = number.getProtocolMappers().getMappers().stream()
                    .filter(mapper -> mapper.getName().equals("sub"))
                    .findFirst()
                    .orElseThrow();
            Refused.call(() -> number.getProtocolMappers().delete(sub.getId()), "with its mapper is required");
            assertThat(number.getProtocolMappers().getMapperById(sub.getId())).isNotNull();
        });
    }

    @Test
    void theFormSaysWhatIsWrong() {
        asAdministrator(realm -> {
            ClientResource client = client(realm);
            ProtocolMapperRepresentation form =
                    client.toRepresentation().getProtocolMappers().get(0);
            assertThat(form.getProtocolMapper()).isEqualTo("isp-contract");
            form.getConfig().put("sector", "https://elsewhere.example/");
            Refused.call(() -> client.getProtocolMappers().update(form.getId(), form), "sector: a host name");
            form.getConfig().put("sector", "");
            form.getConfig().put("legal-basis", "telecom");
            Refused.call(
                    () -> client.getProtocolMappers().update(form.getId(), form), "a legal basis has a code, a law");
        });
    }

    @Test
    void withoutAnAttestedOtherWayNobodyIsAskedToSignIn() {
        asAdministrator(realm -> {
            ClientResource client = client(realm);
            String form = client.toRepresentation().getProtocolMappers().get(0).getId();
            client.getProtocolMappers().delete(form);
            assertThat(errorOf(requestOf("&code_challenge=" + "a".repeat(43) + "&code_challenge_method=S256")))
                    .isEqualTo("unauthorized_client alternative_sign_in_not_attested");
        });
    }

    @Test
    void pkceOrWhereAllowedANonce() {
        asAdministrator(realm -> {
            ClientResource client = client(realm);
            for (String request : List.of("", "&nonce=n", "&code_challenge=x&code_challenge_method=plain")) {
                assertThat(errorOf(requestOf(request))).as(request).startsWith("invalid_request ");
            }

            ClientRepresentation old = client.toRepresentation();
            old.getProtocolMappers().get(0).getConfig().put("nonce-instead-of-pkce", "true");
            old.getAttributes().put("pkce.code.challenge.method", "");
            client.update(old);
            assertThat(errorOf(requestOf(""))).isEqualTo("invalid_request nonce is required");
            assertThat(requestOf("&nonce=n").statusCode()).isEqualTo(200);
            assertThat(errorOf(requestOf("&nonce=n&kc_action=UPDATE_PASSWORD")))
                    .isEqualTo("invalid_request kc_action is not offered");
        });
    }

    @Test
    void neitherOnlyForADatedConformanceTest() {
        asAdministrator(realm -> {
            ClientResource client = client(realm);
            LocalDate today = LocalDate.now(Age.ZONE);

            conformanceTestUntil(client, today.plusDays(1));
            assertThat(requestOf("").statusCode()).isEqualTo(200);
            conformanceTestUntil(client, today.minusDays(2));
            assertThat(errorOf(requestOf(""))).startsWith("invalid_request code_challenge");
            assertThatThrownBy(() -> conformanceTestUntil(client, today.plusDays(40)))
                    .isInstanceOf(BadRequestException.class);
        });
    }

    private static void conformanceTestUntil(ClientResource client, LocalDate day) {
        ClientRepresentation changed = client.toRepresentation();
        ProtocolMapperRepresentation contract = changed.getProtocolMappers().get(0);
        contract.getConfig().put("conformance-test-until", day.toString());
        client.getProtocolMappers().update(contract.getId(), contract);
        changed.getAttributes().put("pkce.code.challenge.method", "");
        client.update(changed);
    }

    private void asAdministrator(Consumer<RealmResource> work) {
        try (Keycloak admin = world.admin()) {
            IspClients.register(admin, ISP, Optional.of("contract-secret"));
            work.accept(admin.realm(REALM));
        }
    }

    private static ClientResource client(RealmResource realm) {
        return realm.clients()
                .get(realm.clients().findByClientId(ISP.clientId()).get(0).getId());
    }

    private static ClientRepresentation changed(ClientResource client, Consumer<ClientRepresentation> change) {
        ClientRepresentation changed = client.toRepresentation();
        change.accept(changed);
        return changed;
    }

    private static String scope(RealmResource realm, String name) {
        return realm.clientScopes().findAll().stream()
                .filter(scope -> scope.getName().equals(name))
                .findFirst()
                .map(ClientScopeRepresentation::getId)
                .orElseGet(() -> made(realm, name));
    }

    /** A scope of nobody's, which the applier removes at its next run. */
    private static String made(RealmResource realm, String name) {
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName(name);
        scope.setProtocol("openid-connect");
        try (Response response = realm.clientScopes().create(scope)) {
            return org.keycloak.admin.client.CreatedResponseUtil.getCreatedId(response);
        }
    }

    private static ProtocolMapperRepresentation emailMapper() {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName("email");
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper("oidc-usermodel-attribute-mapper");
        mapper.setConfig(Map.of("user.attribute", "email", "claim.name", "email", "id.token.claim", "true"));
        return mapper;
    }

    private static Response created(Response response) {
        return response;
    }

    private java.net.http.HttpResponse<String> requestOf(String more) {
        return new Browser("en")
                .fetch(URI.create(
                        world.firstIspsBackEnd().issuer() + "/protocol/openid-connect/auth?client_id=" + ISP.clientId()
                                + "&redirect_uri=" + BACK + "&response_type=code&scope=openid&state=s" + more));
    }

    /** The error and its description in the redirect to the ISP. */
    private static String errorOf(java.net.http.HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElse("no redirect: " + answer.statusCode());
        String query = java.net.URLDecoder.decode(location, java.nio.charset.StandardCharsets.UTF_8);
        assertThat(query).startsWith(BACK).contains("state=s");
        return query.replaceAll("(?s).*[?&]error=([^&]*).*", "$1") + " "
                + query.replaceAll("(?s).*[?&]error_description=([^&]*).*", "$1");
    }
}
