package org.cyberspaceid.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cyberspaceid.core.networknumber.NetworkNumber;
import org.cyberspaceid.core.vault.IdentityVault;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.LogoutToken;

class NetworkNumberMapperTest {
    private static final String CITIZEN = "f3a9c1d2-citizen";
    private static final NetworkNumber NUMBER = NetworkNumber.of(new byte[32]);

    private final NetworkNumberMapper mapper = new NetworkNumberMapper();

    @Test
    void theCitizensNumberIsTheSubjectEverywhere() {
        assertThat(mapper.transformIDToken(new IDToken(), null, session(), null, at(CITIZEN))
                        .getSubject())
                .isEqualTo(NUMBER.value());
        assertThat(mapper.transformAccessToken(new AccessToken(), null, session(), null, at(CITIZEN))
                        .getSubject())
                .isEqualTo(NUMBER.value());
        assertThat(mapper.transformUserInfoToken(new AccessToken(), null, session(), null, at(CITIZEN))
                        .getSubject())
                .isEqualTo(NUMBER.value());
        assertThat(mapper.transformIntrospectionToken(new AccessToken(), null, session(), null, at(CITIZEN))
                        .getSubject())
                .isEqualTo(NUMBER.value());
        assertThat(mapper.transformLogoutToken(new LogoutToken(), null, session(), null, at(CITIZEN))
                        .getSubject())
                .isEqualTo(NUMBER.value());
    }

    @Test
    void aUserWithoutARecordGetsNoToken() {
        AccessToken token = new AccessToken();

        assertThatThrownBy(() -> mapper.transformAccessToken(token, null, session(), null, at("administrator")))
                .satisfies(e -> assertThat(e.getStackTrace())
                        .as("the refusal; outside the server there is no JAX-RS that could build its answer")
                        .anyMatch(frame -> frame.getClassName().equals(NotACitizen.class.getName())));
        assertThat(token.getSubject()).isNull();
    }

    private static KeycloakSession session() {
        Function<Object, Object> number = user -> CITIZEN.equals(user) ? Optional.of(NUMBER) : Optional.empty();
        IdentityVault vault = Models.of(IdentityVault.class, Map.of("networkNumber", number));
        IdentityVaultProvider provider = Models.of(IdentityVaultProvider.class, Map.of("identities", vault));
        return Models.of(KeycloakSession.class, Map.of("getProvider", provider));
    }

    private static ClientSessionContext at(String id) {
        UserModel user = Models.of(UserModel.class, Map.of("getId", id));
        ClientModel client =
                Models.of(ClientModel.class, Map.of("getRedirectUris", Set.of("https://shop.example/back")));
        AuthenticatedClientSessionModel clientSession = Models.of(
                AuthenticatedClientSessionModel.class,
                Map.of(
                        "getClient",
                        client,
                        "getUserSession",
                        Models.of(UserSessionModel.class, Map.of("getUser", user))));
        return Models.of(ClientSessionContext.class, Map.of("getClientSession", clientSession));
    }
}
