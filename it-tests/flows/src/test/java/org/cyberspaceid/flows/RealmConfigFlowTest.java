package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.cyberspaceid.realm.RealmApplier;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ClientScopeResource;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** The applier may run again and again. */
class RealmConfigFlowTest {
    private static final String REALM = RealmApplier.REALM;

    private final World world = World.get();

    @Test
    void aSecondRunChangesNothing() {
        try (Keycloak admin = world.admin()) {
            assertThat(RealmApplier.apply(admin)).as("changes").isEmpty();
        }
    }

    @Test
    void driftIsPutBack() {
        try (Keycloak admin = world.admin()) {
            RealmRepresentation realm = admin.realm(REALM).toRepresentation();
            int wanted = realm.getAccessTokenLifespan();
            realm.setAccessTokenLifespan(86_400);
            realm.setBruteForceProtected(false);
            admin.realm(REALM).update(realm);

            assertThat(RealmApplier.apply(admin)).isNotEmpty();

            RealmRepresentation after = admin.realm(REALM).toRepresentation();
            assertThat(after.getAccessTokenLifespan()).isEqualTo(wanted);
            assertThat(after.isBruteForceProtected()).isTrue();
        }
    }

    /** As a new version adds one. The number's mapper stays: without it, for a moment too, nobody could sign in. */
    @Test
    void aMapperThatIsMissingIsAddedAndTheOthersStay() {
        try (Keycloak admin = world.admin()) {
            ProtocolMappersResource mappers = numberScope(admin).getProtocolMappers();
            Map<String, String> before = idsByName(mappers);
            mappers.delete(before.get("amr"));
            mappers.createMapper(audience("of-a-former-version")).close();

            assertThat(RealmApplier.apply(admin)).hasSize(2);

            Map<String, String> after = idsByName(mappers);
            assertThat(after.remove("amr")).isNotEqualTo(before.remove("amr"));
            assertThat(after).isEqualTo(before);
        }
    }

    private static ClientScopeResource numberScope(Keycloak admin) {
        var scopes = admin.realm(REALM).clientScopes();
        return scopes.get(scopes.findAll().stream()
                .filter(scope -> scope.getName().equals("network-number"))
                .findFirst()
                .orElseThrow()
                .getId());
    }

    private static Map<String, String> idsByName(ProtocolMappersResource mappers) {
        return mappers.getMappers().stream()
                .collect(Collectors.toMap(ProtocolMapperRepresentation::getName, ProtocolMapperRepresentation::getId));
    }

    private static ProtocolMapperRepresentation audience(String name) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName(name);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper("own-audience-mapper");
        return mapper;
    }
}
