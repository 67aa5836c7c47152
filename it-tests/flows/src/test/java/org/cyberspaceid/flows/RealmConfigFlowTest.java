package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import org.cyberspaceid.realm.RealmApplier;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
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
}
