package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.realm.IspClient;
import org.cyberspaceid.realm.IspClients;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** What administrators can and cannot do, by the REST interface that the console uses too. */
class ContractFlowTest {
    private static final String REALM = "cyberspace-id";
    private static final String BACK = "https://contract.example/back";
    private static final IspClient ISP =
            IspClient.of("contract-test", "Contract", List.of(BACK), Set.of("age_over_18"), "by mail");

    private static String citizen;

    private final World world = World.get();

    @BeforeEach
    void enrolOnce() {
        if (citizen == null) {
            VirtualCitizen person = world.citizen(Portraits.all().get(3));
            person.open(world.button(0));
            person.register();
            world.walkToTheDonePage(person);
            citizen = world.vault().newestUser();
        }
        asAdministrator(realm -> {});
    }

    // Clients

    @Test
    void aClientKeepsToTheContractThroughEveryEndpoint() {
        asAdministrator(realm -> {
            ClientResource client = client(realm);
            List<ProtocolMapperRepresentation> before =
                    client.toRepresentation().getProtocolMappers();

            refused(created(client.getProtocolMappers().createMapper(emailMapper())), "no mapper of its own");
            String profile = scope(realm, "not-of-the-table");
            refusedBy(() -> client.addOptionalClientScope(profile), "scope outside the table: not-of-the-table");
            refusedBy(() -> client.addDefaultClientScope(profile), "scope outside the table: not-of-the-table");
            refusedBy(
                    () -> client.removeDefaultClientScope(scope(realm, "network-number")),
                    "the default scope network-number with its mapper is required");
            client.update(changed(client, c -> c.setImplicitFlowEnabled(true)));
            assertThat(client.toRepresentation().isImplicitFlowEnabled())
                    .as("put right")
                    .isFalse();
            refusedBy(
                    () -> client.update(changed(client, c -> c.setRedirectUris(List.of("https://contract.example/*")))),
                    "redirect_uris: exact https URIs");
            refusedBy(
                    () -> client.update(changed(client, c -> c.setRedirectUris(List.of("http://contract.example/")))),
                    "https");
            refusedBy(() -> client.update(changed(client, c -> c.setConsentRequired(true))), "consent");

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
            refused(created(age.getProtocolMappers().createMapper(emailMapper())), "a mapper that is not ours");
            assertThat(age.getProtocolMappers().getMappers()).isEmpty();

            var number = realm.clientScopes().get(scope(realm, "network-number"));
            ProtocolMapperRepresentation sub = number.getProtocolMappers().getMappers().stream()
                    .filter(mapper -> mapper.getName().equals("sub"))
                    .findFirst()
                    .orElseThrow();
            refusedBy(() -> number.getProtocolMappers().delete(sub.getId()), "with its mapper is required");
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
            refusedBy(() -> client.getProtocolMappers().update(form.getId(), form), "sector: a host name");
            form.getConfig().put("sector", "");
            form.getConfig().put("legal-basis", "telecom");
            refusedBy(() -> client.getProtocolMappers().update(form.getId(), form), "a legal basis has a code, a law");
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

    // Citizens

    @ParameterizedTest
    @ValueSource(strings = {"password", "credential", "mail", "verify", "action", "name", "attribute", "impersonation"})
    void aCitizensAccountIsTheCitizens(String what) {
        asAdministrator(realm -> {
            UserResource user = realm.users().get(citizen);
            UserRepresentation before = user.toRepresentation();
            List<CredentialRepresentation> credentials = user.credentials();

            assertThatThrownBy(() -> attempt(user, what))
                    .isInstanceOfSatisfying(
                            WebApplicationException.class,
                            refusal -> assertThat(refusal.getResponse().getStatus())
                                    .isIn(400, 404, 501));

            assertThat(user.toRepresentation()).usingRecursiveComparison().isEqualTo(before);
            assertThat(user.credentials()).usingRecursiveComparison().isEqualTo(credentials);
        });
    }

    private static void attempt(UserResource user, String what) {
        UserRepresentation changed = user.toRepresentation();
        switch (what) {
            case "password" -> user.resetPassword(password());
            case "credential" -> user.removeCredential(user.credentials().get(0).getId());
            case "mail" -> user.executeActionsEmail(List.of("UPDATE_PASSWORD"));
            case "verify" -> user.sendVerifyEmail();
            case "impersonation" -> user.impersonate();
            case "action" -> {
                changed.setRequiredActions(List.of("UPDATE_PASSWORD"));
                user.update(changed);
            }
            case "name" -> {
                changed.setEmail("chen@example.org");
                user.update(changed);
            }
            case "attribute" -> {
                changed.setAttributes(Map.of("birth", List.of("1991-04-23")));
                user.update(changed);
                // The profile drops what it does not know: nothing was written, which is as good.
                assertThat(user.toRepresentation().getAttributes()).isNull();
                throw new WebApplicationException(400);
            }
            default -> throw new IllegalArgumentException(what);
        }
    }

    @Test
    void disablingACitizenStaysPossible() {
        asAdministrator(realm -> {
            UserResource user = realm.users().get(citizen);
            UserRepresentation disabled = user.toRepresentation();
            disabled.setEnabled(false);
            user.update(disabled);
            assertThat(user.toRepresentation().isEnabled()).isFalse();
            disabled.setEnabled(true);
            user.update(disabled);
        });
    }

    @Test
    void theRealmOffersNoPasswordReset() {
        asAdministrator(realm -> {
            RealmRepresentation open = realm.toRepresentation();
            open.setResetPasswordAllowed(true);
            refusedBy(() -> realm.update(open), "realm_reset_password");
            assertThat(realm.toRepresentation().isResetPasswordAllowed()).isFalse();
        });
    }

    @Test
    void aCitizenHasNoRole() {
        asAdministrator(
                realm -> assertThat(realm.users().get(citizen).roles().getAll().getClientMappings())
                        .isNull());
    }

    // Discovery

    @Test
    void discoveryNamesWhatWorks() {
        JsonNode document = Answers.json(new Browser("en")
                .fetch(URI.create(world.firstIspsBackEnd().issuer() + "/.well-known/openid-configuration"))
                .body());
        assertThat(texts(document, "subject_types_supported")).containsExactly("pairwise");
        assertThat(texts(document, "response_types_supported")).containsExactly("code");
        assertThat(texts(document, "grant_types_supported"))
                .containsExactlyInAnyOrder("authorization_code", "refresh_token");
        assertThat(texts(document, "code_challenge_methods_supported")).containsExactly("S256");
        assertThat(texts(document, "acr_values_supported")).containsExactly("urn:cyberspace-id:acr:password");
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
                .fetch(URI.create(world.firstIspsBackEnd().issuer() + "/.well-known/oauth-authorization-server"))
                .body());
        assertThat(metadata).isEqualTo(document);
    }

    @Test
    void otherRealmsKeepKeycloaksDocument() {
        String master = world.firstIspsBackEnd().issuer().replace("/realms/" + REALM, "/realms/master");
        JsonNode document = Answers.json(new Browser("en")
                .fetch(URI.create(master + "/.well-known/openid-configuration"))
                .body());
        assertThat(texts(document, "subject_types_supported")).contains("public");
    }

    // Tools

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

    private static CredentialRepresentation password() {
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue("73920518");
        return password;
    }

    private static Response created(Response response) {
        return response;
    }

    private static void refused(Response response, String reason) {
        try (response) {
            assertThat(response.getStatus()).isEqualTo(400);
            assertThat(response.readEntity(String.class)).contains(reason);
        }
    }

    private static void refusedBy(Runnable action, String reason) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        WebApplicationException.class, refusal -> refused(refusal.getResponse(), reason));
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

    private static List<String> texts(JsonNode document, String member) {
        return java.util.stream.StreamSupport.stream(document.path(member).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
