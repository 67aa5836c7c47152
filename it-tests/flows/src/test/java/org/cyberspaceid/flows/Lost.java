package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.sandbox.Database;
import org.cyberspaceid.sandbox.citizen.TurningHead;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.cyberspaceid.virtual.Variant;
import org.cyberspaceid.virtual.VirtualDocument;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.EventRepresentation;

/**
 * Somebody who has an ID and no longer gets in.
 *
 * @param citizen in the browser in which they got it
 * @param number by which the first ISP knows them
 * @param accessToken that the first ISP has
 */
record Lost(
        World world,
        VirtualCitizen citizen,
        VirtualDocument document,
        String user,
        String number,
        String mobile,
        String password,
        String passwordSetAt,
        String accessToken) {

    static Lost enrolled(World world, Portrait face) {
        VirtualDocument document = world.document(DocumentType.RESIDENT_ID_CARD, Variant.GENUINE, face);
        VirtualCitizen citizen = world.citizen(document, face);
        world.letSmsLimitsPass();
        citizen.enrol(world.button(0));
        JsonNode received = world.received(citizen, 0);
        String user = world.vault().newestUser();
        return new Lost(
                world,
                citizen,
                document,
                user,
                received.path("sub").asText(),
                world.mobileOf(citizen),
                world.passwordOf(citizen),
                credentials(world, user),
                received.path("raw_access_token").asText());
    }

    static void toTheCamera(World world, VirtualCitizen citizen) {
        citizen.open(world.button(0));
        citizen.cannotSignIn();
        citizen.proveDocument();
        citizen.expect("enrol-face");
    }

    static void prove(World world, VirtualCitizen citizen, Portrait face) {
        toTheCamera(world, citizen);
        citizen.showFace(new TurningHead(face));
    }

    /** Recoveries that wait. */
    static long waiting(World world, String user) {
        return Long.parseLong(query(world, "select count(*) from cid_recovery where user_id = '" + user + "'"));
    }

    /** Errors of the newest events of a type, newest first; null for none. */
    static List<String> errors(World world, String user, String type) {
        try (Keycloak admin = world.admin()) {
            return admin.realm("cyberspace-id").getEvents(List.of(type), null, user, null, null, null, 0, 10).stream()
                    .map(EventRepresentation::getError)
                    .toList();
        }
    }

    /** The same document in a browser without a past. */
    VirtualCitizen again(Portrait face) {
        return world.citizen(document, face);
    }

    void toldTheOldNumber(String words) {
        world.eventually(
                Duration.ofSeconds(10),
                () -> assertThat(world.texts(mobile))
                        .first()
                        .asString()
                        .contains(words)
                        .doesNotContain("http"));
    }

    void letPass(Duration time) {
        world.sql("update cid_recovery set due_at = due_at - " + time.toMillis() + ", ends_at = ends_at - "
                + time.toMillis() + " where user_id = '" + user + "'");
    }

    long waiting() {
        return waiting(world, user);
    }

    boolean waitsFromNowOn() {
        return "t"
                .equals(query(
                        world,
                        "select due_at > extract(epoch from now()) * 1000 from cid_recovery where user_id = '" + user
                                + "'"));
    }

    /** When the password was set. */
    String credentials() {
        return credentials(world, user);
    }

    List<String> errors(String eventType) {
        return errors(world, user, eventType);
    }

    private static String credentials(World world, String user) {
        return query(world, "select created_date from credential where user_id = '" + user + "'");
    }

    /** Of the moment: after a kill the database is another one. */
    private static String query(World world, String sql) {
        return new Database(world.jdbcUrl()).query(sql).get(0);
    }
}
