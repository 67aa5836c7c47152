package org.cyberspaceid.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;

class IspClientRuleTest {
    private static final ClientScopeModel NUMBER = scope("network-number", NetworkNumberMapper.PROVIDER_ID);
    private static final ClientScopeModel AGE = scope("age_over_18", BooleanClaimsMapper.PROVIDER_ID);

    private final Map<String, Object> answers =
            new HashMap<>(Map.of("getRedirectUris", Set.of("https://shop.example/back")));

    @Test
    void letsTheClientOfTheTableThrough() {
        assertThat(violation(NUMBER, AGE)).isEmpty();
    }

    @Test
    void refusesAClientWithoutTheNetworkNumber() {
        assertThat(violation(AGE, AGE)).hasValueSatisfying(v -> assertThat(v).contains("network-number"));
        assertThat(violation(scope("network-number", LevelMapper.PROVIDER_ID), AGE))
                .hasValueSatisfying(v -> assertThat(v).contains("with its mapper"));
    }

    @Test
    void refusesScopesOutsideTheTableAndMappersThatAreNotOurs() {
        assertThat(violation(NUMBER, scope("email", "oidc-usermodel-attribute-mapper")))
                .contains("scope outside the table: email");
        assertThat(violation(NUMBER, scope("age_over_18", "oidc-usermodel-attribute-mapper")))
                .contains("scope outside the table: age_over_18");
    }

    @Test
    void refusesAMapperOfTheClientsOwn() {
        answers.put("getProtocolMappersStream", streamOf("oidc-usermodel-attribute-mapper"));
        assertThat(violation(NUMBER, AGE)).contains("a client has no mapper of its own");
    }

    @Test
    void refusesKeycloaksConsentWhoseTableIsPlainText() {
        answers.put("isConsentRequired", true);
        assertThat(violation(NUMBER, AGE)).hasValueSatisfying(v -> assertThat(v).contains("consent is off"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"isImplicitFlowEnabled", "isDirectAccessGrantsEnabled", "isServiceAccountsEnabled"})
    void refusesEveryOtherFlow(String flow) {
        answers.put(flow, true);
        assertThat(violation(NUMBER, AGE)).contains("authorization code flow only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oauth2.device.authorization.grant.enabled",
                "oidc.ciba.grant.enabled",
                "standard.token.exchange.enabled",
                "oauth2.jwt.authorization.grant.enabled"
            })
    void refusesEveryOtherGrant(String grant) {
        answers.put("getAttribute", (Function<Object, Object>) name -> name.equals(grant) ? "true" : null);
        assertThat(violation(NUMBER, AGE)).contains("authorization code flow only");
    }

    @Test
    void refusesAClientOnSeveralHosts() {
        answers.put("getRedirectUris", Set.of("https://shop.example/", "https://other.example/"));
        assertThat(violation(NUMBER, AGE)).isPresent();
    }

    private Optional<String> violation(ClientScopeModel byDefault, ClientScopeModel onRequest) {
        answers.put("getClientScopes", (Function<Object, Object>) isDefault -> {
            ClientScopeModel scope = Boolean.TRUE.equals(isDefault) ? byDefault : onRequest;
            return Map.of(scope.getName(), scope);
        });
        return IspClientRule.violation(Models.of(ClientModel.class, answers));
    }

    private static ClientScopeModel scope(String name, String mapper) {
        return Models.of(ClientScopeModel.class, Map.of("getName", name, "getProtocolMappersStream", streamOf(mapper)));
    }

    private static Supplier<Object> streamOf(String provider) {
        ProtocolMapperModel mapper = new ProtocolMapperModel();
        mapper.setProtocolMapper(provider);
        return () -> Stream.of(mapper);
    }
}
