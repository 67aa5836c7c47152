package org.cyberspaceid.relyingparty.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cyberspaceid.relyingparty.Models;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.endpoints.request.AuthorizationEndpointRequest;
import org.keycloak.protocol.oidc.par.clientpolicy.context.PushedAuthorizationRequestContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;

/** What the executor does with a pushed request; the rest of it is seen against a server. */
class ClaimsRequestCheckedTest {
    private static final String PAIR =
            "{\"userinfo\":{\"verified_claims\":{\"verification\":{\"trust_framework\":null},"
                    + "\"claims\":{\"name\":{\"value\":\"张三\"},\"document_number\":{\"value\":\"E12345678\"}}}}}";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();

    @BeforeEach
    void listen() {
        Metrics.addRegistry(meters);
    }

    @AfterEach
    void stop() {
        Metrics.removeRegistry(meters);
    }

    @Test
    void leavesNoNameAndNoNumberInWhatKeycloakStores() throws ClientPolicyException {
        parameters.putSingle("claims", PAIR);
        check();
        assertThat(parameters.getFirst("claims")).contains("identity_match").doesNotContain("张三", "E12345678");
    }

    @Test
    void leavesNothingBesideARequestObject() throws ClientPolicyException {
        parameters.putSingle("request", "signed");
        parameters.putSingle("claims", PAIR);
        check();
        assertThat(parameters).containsOnlyKeys("request");
    }

    @Test
    void takesNoHashFromAnIsp() {
        parameters.putSingle("claims", new StoredClaims(new MatchHash(People.index(), "shop")).of(PAIR));
        assertThat(refusal().getErrorDetail()).isEqualTo("identity_match_incomplete");
    }

    @Test
    void countsRefusalsByClientAndCode() {
        parameters.putSingle("claims", "{\"userinfo\":{\"mainland_resident\":null}}");
        assertThat(refusal().getError()).isEqualTo("invalid_scope");
        assertThat(meters.get(RefusalCount.NAME)
                        .tag("client", "shop")
                        .tag("code", "claim_not_allowed")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private ClientPolicyException refusal() {
        return catchThrowableOfType(ClientPolicyException.class, this::check);
    }

    private void check() throws ClientPolicyException {
        ClientModel client = Models.of(ClientModel.class, Map.of("getClientId", "shop", "getClientScopes", (Function<
                        Boolean, Map<String, ClientScopeModel>>)
                isDefault ->
                        isDefault ? Map.of() : Map.of("identity_match", Models.of(ClientScopeModel.class, Map.of()))));
        IdentityVaultProvider vault =
                Models.of(IdentityVaultProvider.class, Map.of("blindIndex", (Supplier<?>) People::index));
        KeycloakSession session =
                Models.of(KeycloakSession.class, Map.of("getProvider", (Function<Object, Object>) type -> vault));
        new ClaimsRequestChecked(session)
                .executeOnEvent(
                        new PushedAuthorizationRequestContext(client, new AuthorizationEndpointRequest(), parameters));
    }
}
