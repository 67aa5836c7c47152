package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.EventRepresentation;

/** Requests for claims that end before anybody signs in: each with its OAuth error and its code, at both endpoints. */
class ClaimsRefusalFlowTest {
    private static World world;
    private static MatrixIsp isp;

    @BeforeAll
    static void register() {
        world = World.get();
        isp = MatrixIsp.register(
                world, "claims-refusals", List.of("age_over_18", "identity_match", "real_identity"), "name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "openid; {; invalid_request; claims_malformed",
                "openid; {'userinfo':{'age_over_18':true}}; invalid_request; claims_malformed",
                "openid; {'userinfo':{'mainland_resident':null}}; invalid_scope; claim_not_allowed",
                "openid; {'id_token':{'verified_claims':{'verification':{'trust_framework':null},'claims':{'age_over_60':null}}}}; invalid_scope; claim_not_allowed",
                "openid identity_match; -; invalid_request; identity_match_incomplete",
                "openid; {'userinfo':{'verified_claims':{'verification':{'trust_framework':null},'claims':{'name':{'value':'a'}}}}}; invalid_request; identity_match_incomplete",
                "openid real_identity; -; invalid_request; real_identity_names_no_value",
                "openid; {'id_token':{'verified_claims':{'verification':{'trust_framework':null},'claims':{'name':null}}}}; invalid_request; real_identity_only_in_userinfo",
                "openid; {'userinfo':{'verified_claims':{'verification':{'trust_framework':null},'claims':{'mobile':null}}}}; invalid_scope; legal_basis_missing"
            })
    void refusesAtBothEndpoints(String scope, String claims, String error, String code) {
        Map<String, String> request = isp.request(scope, claims == null ? null : claims.replace('\'', '"'));
        assertThat(ClaimsWorld.refusal(isp, request))
                .containsEntry("error", error)
                .containsEntry("error_description", code)
                .containsEntry("state", "s")
                .containsKey("iss");
        JsonNode pushed = isp.push(request);
        assertThat(pushed.path("error").asText()).isEqualTo(error);
        assertThat(pushed.path("error_description").asText()).isEqualTo(code);
        expectEvent(error, code);
    }

    @Test
    void refusesAScopeThatIsNotAssigned() {
        assertThat(ClaimsWorld.refusal(isp, isp.request("openid mainland_resident", null)))
                .containsEntry("error", "invalid_scope");
        assertThat(isp.push(isp.request("openid mainland_resident", null))
                        .path("error")
                        .asText())
                .isEqualTo("invalid_scope");
    }

    @Test
    void refusesALongParameterInsteadOfIgnoringIt() {
        String claims = "{\"userinfo\":{\"age_over_18\":null}}" + " ".repeat(4000);
        assertThat(ClaimsWorld.refusal(isp, isp.request("openid", claims)))
                .containsEntry("error", "invalid_request")
                .containsEntry("error_description", "claims_too_long");
    }

    @Test
    void refusesAComparisonInAQuery() {
        String claims = "{\"userinfo\":{\"verified_claims\":{\"verification\":{\"trust_framework\":null},\"claims\":"
                + "{\"name\":{\"value\":\"A\"},\"document_number\":{\"value\":\"B\"}}}}}";
        Map<String, String> request = isp.request("openid", claims);
        assertThat(ClaimsWorld.refusal(isp, request))
                .containsEntry("error", "invalid_request")
                .containsEntry("error_description", "identity_match_only_by_par");
        Map<String, String> beside = isp.request("openid", claims);
        beside.put(
                "request_uri",
                isp.push(isp.request("openid", claims)).path("request_uri").asText());
        assertThat(ClaimsWorld.refusal(isp, beside)).containsEntry("error_description", "identity_match_only_by_par");
    }

    @Test
    void refusesALevelThatKeycloakWouldNotSee() {
        String claims = "{\"id_token\":{\"acr\":{\"essential\":true,\"value\":\"urn:cyberspace-id:acr:password\"},"
                + "\"verified_claims\":{\"verification\":{\"trust_framework\":null},\"claims\":{\"age_over_18\":null}}}}";
        assertThat(ClaimsWorld.refusal(isp, isp.request("openid", claims)))
                .containsEntry("error", "invalid_request")
                .containsEntry("error_description", "acr_beside_extensions");
        assertThat(isp.push(isp.request("openid", claims)).has("request_uri")).isTrue();
    }

    private static void expectEvent(String error, String code) {
        world.eventually(Duration.ofSeconds(5), () -> {
            try (Keycloak admin = world.admin()) {
                List<EventRepresentation> events = admin
                        .realm("cyberspace-id")
                        .getEvents(List.of("LOGIN_ERROR"), "claims-refusals", null, null, null, null, 0, 1000)
                        .stream()
                        .filter(event -> event.getDetails() != null
                                && code.equals(event.getDetails().get("client_policy_error_detail")))
                        .toList();
                assertThat(events).isNotEmpty();
                assertThat(events.get(0).getError()).isEqualTo(error);
                assertThat(events.get(0).getUserId()).isNull();
            }
        });
    }
}
