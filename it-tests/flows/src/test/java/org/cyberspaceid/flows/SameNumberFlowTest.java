package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.realm.RealmApplier;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;

/** The number belongs to the person and the sector: whatever happens to the client or to the realm's mappers, it stays. */
class SameNumberFlowTest {
    private static final String CLIENT = "same-number";

    private final World world = World.get();
    private PlayedIsp isp;
    private VirtualCitizen citizen;
    private String number;

    @BeforeEach
    void enrol() {
        isp = PlayedIsps.register(world, CLIENT, "localhost");
        citizen = world.citizen(Portraits.all().get(3));
        citizen.browser().stopBefore(isp.redirectUri());
        citizen.enrol(isp.signIn("openid", Map.of()));
        number = subject(isp);
    }

    @Test
    void theClientIsRegisteredAnewUnderAnotherName() {
        withRealm(realm -> realm.clients().get(idOf(realm)).remove());
        PlayedIsp successor = PlayedIsps.register(world, "same-number-again", "localhost");
        citizen.browser().stopBefore(successor.redirectUri());
        assertThat(signedIn(successor)).isEqualTo(number);
    }

    @Test
    void theClientIsExportedRemovedAndImported() {
        withRealm(realm -> {
            ClientRepresentation exported = realm.partialExport(false, true).getClients().stream()
                    .filter(client -> client.getClientId().equals(CLIENT))
                    .findFirst()
                    .orElseThrow();
            // An export masks secrets.
            exported.setSecret(isp.secret());
            realm.clients().get(exported.getId()).remove();
            exported.setId(null);
            PartialImportRepresentation again = new PartialImportRepresentation();
            again.setIfResourceExists("FAIL");
            again.setClients(List.of(exported));
            try (var answer = realm.partialImport(again)) {
                assertThat(answer.getStatus()).isEqualTo(200);
            }
        });
        assertThat(signedIn(isp)).isEqualTo(number);
    }

    /** Nobody can delete it by the console; a restored or damaged realm may lack it. */
    @Test
    void theMapperIsLostAndMadeAnew() {
        String mapper = "(select id from protocol_mapper where protocol_mapper_name = 'network-number-mapper')";
        world.sql("delete from protocol_mapper_config where protocol_mapper_id in " + mapper);
        world.sql("delete from protocol_mapper where protocol_mapper_name = 'network-number-mapper'");
        try (Keycloak admin = world.admin()) {
            admin.realm(RealmApplier.REALM).clearRealmCache();
            citizen.open(isp.signIn("openid", Map.of()));
            assertThat(PlayedIsp.parameters(citizen.at().address()))
                    .as("without it nobody is signed in")
                    .containsEntry("error", "unauthorized_client");
            assertThat(RealmApplier.apply(admin)).isNotEmpty();
        }
        assertThat(signedIn(isp)).isEqualTo(number);
    }

    private String signedIn(PlayedIsp at) {
        citizen.browser().forgetEverything();
        world.letSmsLimitsPass();
        citizen.signIn(at.signIn("openid", Map.of()));
        return subject(at);
    }

    private String subject(PlayedIsp at) {
        String idToken = at.tokens(citizen.at().address()).path("id_token").asText();
        return PlayedIsp.claims(idToken).path("sub").asText();
    }

    private void withRealm(Consumer<RealmResource> work) {
        try (Keycloak admin = world.admin()) {
            work.accept(admin.realm(RealmApplier.REALM));
        }
    }

    private static String idOf(RealmResource realm) {
        return realm.clients().findByClientId(CLIENT).get(0).getId();
    }
}
