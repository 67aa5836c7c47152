package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.cyberspaceid.virtual.Variant;
import org.cyberspaceid.virtual.VirtualDocument;
import org.junit.jupiter.api.Test;

/** After an enrolment nothing of the person stands in the database, a log or an event; and the search would have found it. */
class NoTraceFlowTest {
    private static final Portrait SELF = Portraits.all().get(5);
    private static final String PASSWORD = "58301947";
    private static final int PORTRAIT_SAMPLE = 48;

    private final World world = World.get();

    @Test
    void nothingOfThePersonIsWrittenAnywhere() throws Exception {
        VirtualDocument document = world.document(DocumentType.PASSPORT, Variant.GENUINE, SELF);
        VirtualCitizen citizen = world.citizen(document, SELF, PASSWORD);
        citizen.enrol(world.button(0));
        citizen.browser().forgetEverything();
        citizen.open(world.button(0));
        citizen.submit(Map.of("username", world.mobileOf(citizen), "password", "00000000"));
        world.letSmsLimitsPass();
        citizen.typeCredentials(world.mobileOf(citizen), PASSWORD);

        List<Needle> needles = needles(document, world.mobileOf(citizen));
        Haystack haystack = world.haystack();
        assertThat(haystack.size()).as("characters searched").isGreaterThan(200_000);
        assertThat(needles)
                .allSatisfy(needle -> assertThat(haystack.find(needle)).isEmpty());
    }

    /** The same search over planted values: it must find each, in each form, in a table, a log line and an event. */
    @Test
    void theSearchFindsWhatIsPlanted() throws Exception {
        Needle planted = Needle.text("planted", "欧阳planted7351");
        Needle bytes = new Needle("planted bytes", new byte[] {(byte) 0xff, (byte) 0xd8, 17, 42, 99, 3, 7, 120, 5});
        try (Connection connection = DriverManager.getConnection(world.jdbcUrl())) {
            for (Needle needle : List.of(planted, bytes)) {
                for (Map.Entry<String, String> form : needle.forms().entrySet()) {
                    plant(connection, form.getValue());
                    List<String> found = world.haystack().find(new Needle(needle.what(), needle.value()));
                    assertThat(found).as(form.getKey()).anyMatch(f -> f.contains("table public.realm_attribute"));
                    assertThat(found).as(form.getKey()).anyMatch(f -> f.contains("table public.event_entity"));
                    assertThat(found).as(form.getKey()).anyMatch(f -> f.contains("log "));
                    unplant(connection);
                }
            }
        }
    }

    private void plant(Connection connection, String text) throws Exception {
        execute(
                connection,
                "insert into realm_attribute (name, value, realm_id) select 'planted', ?, id from realm where name = 'cyberspace-id'",
                text);
        execute(
                connection,
                "insert into event_entity (id, details_json, event_time) values ('planted', ?, 0)",
                "{\"d\":\"" + text + "\"}");
        Files.writeString(plantedLog(), text + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE);
    }

    private void unplant(Connection connection) throws Exception {
        execute(connection, "delete from realm_attribute where name = ?", "planted");
        execute(connection, "delete from event_entity where id = ?", "planted");
        Files.delete(plantedLog());
    }

    private Path plantedLog() {
        return world.logFolder().resolve("planted.log");
    }

    private static void execute(Connection connection, String sql, String value) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static List<Needle> needles(VirtualDocument document, String mobile) {
        byte[] portrait = SELF.jpeg();
        int middle = portrait.length / 2;
        return List.of(
                Needle.text("name", document.name()),
                Needle.text("document number", document.number()),
                Needle.text("birth date", document.birthDate().toString()),
                Needle.text(
                        "birth date, basic form",
                        document.birthDate().toString().replace("-", "")),
                Needle.text("mobile number", mobile),
                Needle.text("mobile number, national", mobile.substring(3)),
                Needle.text("password", PASSWORD),
                new Needle("portrait", Arrays.copyOfRange(portrait, middle, middle + PORTRAIT_SAMPLE)));
    }
}
