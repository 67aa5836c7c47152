package org.cyberspaceid.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cyberspaceid.relyingparty.claims.IspClaimsMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;

class IspClientRuleTest {
    private static final ClientScopeModel NUMBER = scope("network-number", NetworkNumberMapper.PROVIDER_ID);
    private static final ClientScopeModel AGE = scope("age_over_18", IspClaimsMapper.PROVIDER_ID);

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
        assertThat(violation(NUMBER, AGE)).contains("a client has no mapper of its own but the ISP contract");
    }

    @Test
    void letsTheContractThroughAndReadsIt() {
        answers.put("getProtocolMappersStream", contract(Map.of("alternative-sign-in", "by mail")));
        assertThat(violation(NUMBER, AGE)).isEmpty();
        assertThat(IspClientRule.violationAtRequest(client(NUMBER, AGE))).isEmpty();
        answers.put("getProtocolMappersStream", contract(Map.of("sector", "https://old.example")));
        assertThat(violation(NUMBER, AGE)).hasValueSatisfying(v -> assertThat(v).startsWith("sector: "));
    }

    @Test
    void withoutAnAttestedOtherWayNobodySignsIn() {
        assertThat(violation(NUMBER, AGE)).isEmpty();
        assertThat(IspClientRule.violationAtRequest(client(NUMBER, AGE))).contains("alternative_sign_in_not_attested");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/*",
                "https://shop.example/back#x",
                "http://shop.example/back",
                "http://localhost:8090/back",
                "shop:/back",
                "javascript.x:alert(1)",
                "*",
                "/back"
            })
    void refusesRedirectUrisThatAreNotExactHttps(String uri) {
        answers.put("getRedirectUris", Set.of(uri));
        assertThat(violation(NUMBER, AGE)).contains("redirect_uris: exact https URIs without * and fragment");
    }

    @Test
    void aNativeAppComesBackByItsReversedDomainName() {
        answers.put("getRedirectUris", Set.of("example.shop.app:/back"));
        answers.put("getAttribute", attribute("sectorIdentifierUri", "https://shop.example/sector.json"));
        assertThat(violation(NUMBER, AGE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backchannel.logout.url",
                "jwks.url",
                "sectorIdentifierUri",
                "logoUri",
                "policyUri",
                "tosUri",
                "post.logout.redirect.uris"
            })
    void refusesEveryOtherAddressThatIsNotHttps(String attribute) {
        answers.put("getAttribute", attribute(attribute, "https://shop.example/x"));
        assertThat(violation(NUMBER, AGE)).isEmpty();
        answers.put("getAttribute", attribute(attribute, "http://shop.example/x"));
        assertThat(violation(NUMBER, AGE)).hasValueSatisfying(v -> assertThat(v).contains("https"));
    }

    @Test
    void refusesAHomePageThatIsNotHttps() {
        answers.put("getBaseUrl", "http://shop.example/");
        assertThat(violation(NUMBER, AGE)).contains("home page: an https URI");
    }

    private static Function<Object, Object> attribute(String wanted, String value) {
        return name -> name.equals(wanted) ? value : null;
    }

    private static Supplier<Object> contract(Map<String, String> config) {
        ProtocolMapperModel mapper = new ProtocolMapperModel();
        mapper.setProtocolMapper("isp-contract");
        mapper.setConfig(config);
        return () -> Stream.of(mapper);
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
        return IspClientRule.violation(client(byDefault, onRequest));
    }

    private ClientModel client(ClientScopeModel byDefault, ClientScopeModel onRequest) {
        answers.put("getClientScopes", (Function<Object, Object>) isDefault -> {
            ClientScopeModel scope = Boolean.TRUE.equals(isDefault) ? byDefault : onRequest;
            return Map.of(scope.getName(), scope);
        });
        return Models.of(ClientModel.class, answers);
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
