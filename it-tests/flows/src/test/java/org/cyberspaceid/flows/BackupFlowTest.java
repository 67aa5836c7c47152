package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberspaceid.harness.HarnessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A thief's and an operator's day: 200 people on a server whose keys are in an HSM; a dump of its database, its logs and its
 * configuration, in which nothing of them stands; the dump put back into an empty server, where they sign in and nobody who was deleted
 * is back; servers that are refused to start on it without its keys; and a server that rotates them.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupFlowTest {
    private static final int PEOPLE = 200;
    private static final String DEVICE_NAME = "书房里的旧平板";

    private static BackupWorld world;
    private static List<Person> people;
    private static Map<Person, String> users;

    @BeforeAll
    static void enrolThem() {
        world = BackupWorld.start();
        people = ManyPeople.make(PEOPLE, LocalDate.now());
        users = world.enrol(people);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    @Order(1)
    void theyCanSignIn() {
        for (Person person : people.subList(0, 8)) {
            assertThat(world.signIn(person)).as(person.toString()).hasSize(26);
        }
        world.useTheOwnPage(people.get(9), DEVICE_NAME);
        world.awaitLog("key use in the HSM: blind-index used=");
    }

    /** First each form of each value is planted in the dump, in a log and in the configuration, and found. */
    @Test
    @Order(2)
    void nothingOfThemIsInDumpLogsEventsAndConfiguration() throws IOException {
        ManyNeedles needles = new ManyNeedles(Stream.concat(
                        people.stream().flatMap(p -> p.needles().stream()),
                        Stream.of(Needle.text("name of a device", DEVICE_NAME)))
                .toList());
        Loot stolen = world.loot();
        List<Path> loot = stolen.files();
        assertThat(needles.size()).as("texts searched for").isGreaterThan(PEOPLE * 200);
        assertThat(size(loot)).as("bytes searched").isGreaterThan(500_000);
        assertThat(Files.readString(stolen.dump()))
                .as("tables in the dump")
                .contains("COPY public.cid_identity", "COPY public.event_entity", "COPY public.credential")
                .contains("COPY public.cid_passkey", "COPY public.cid_recovery", "COPY public.cid_expiry_reminder");
        for (String table : List.of("cid_known_device", "cid_frozen", "cid_attempt")) {
            assertThat(stolen.rows(table)).as(table + " in the dump").isPositive();
        }
        assertThat(stolen.rows("cid_identity")).as("people in the dump").isEqualTo(PEOPLE);
        System.out.println(
                "searched " + size(loot) + " bytes of " + loot.size() + " files for " + needles.size() + " texts");
        assertThat(needles.find(loot)).isEmpty();
    }

    private static long size(List<Path> files) throws IOException {
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        return size;
    }

    /** In the database (as text and as bytes), in a log and in the configuration, of one person for each type of document. */
    @Test
    @Order(3)
    void theSearchFindsEachFormWhereverItIsPlanted() throws IOException {
        List<Needle> planted =
                people.subList(0, 8).stream().flatMap(p -> p.needles().stream()).toList();
        List<String> texts = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (Needle needle : planted) {
            Stream.concat(Stream.of(needle), needle.digests().stream())
                    .forEach(value -> value.forms().forEach((form, text) -> {
                        if (!ByChance.wouldBeFound(form, text)) {
                            texts.add(text);
                            labels.add(value.what() + " (" + form + ")");
                        }
                    }));
        }
        assertThat(labels).hasSizeGreaterThan(8 * 200);
        ManyNeedles search = new ManyNeedles(planted);
        Loot loot = world.loot();
        for (Path place : loot.plant(texts)) {
            assertThat(search.find(List.of(place)).get(place.toString()))
                    .as("found in " + place.getFileName())
                    .containsAll(labels);
        }
        Path withBytes = loot.plantBytes(planted.stream().map(Needle::value).toList());
        assertThat(search.find(List.of(withBytes)).get(withBytes.toString()))
                .containsAll(planted.stream()
                        .filter(n -> !ByChance.wouldBeFound("hex", n.forms().get("hex")))
                        .map(n -> n.what() + " (hex)")
                        .toList());
    }

    @Test
    @Order(4)
    void aRestoredBackupServesEverybodyButTheDeleted() {
        Person gone = people.get(3);
        Person stays = people.get(4);
        String number = world.signIn(stays);
        Path backup = world.backup();
        world.delete(users.get(gone));
        world.awaitJournal(users.get(gone));

        world.restoreIntoAnEmptyServer(backup);

        assertThat(world.signIn(stays)).as("the same network number").isEqualTo(number);
        assertThat(world.isThere(users.get(gone)))
                .as("deleted before the restore")
                .isFalse();
        assertThat(world.keycloakLog()).contains("1 deleted people back");
        assertThat(world.isThere(users.get(people.get(5)))).isTrue();
    }

    /** Each time the database is as an older release left it, so that a start would change it: it must be as it was. */
    @Test
    @Order(5)
    void noStartWithoutTheRightKeysAndNothingIsWritten() throws IOException {
        world.stopKeycloak();
        world.makeTheDatabaseLookOlder();
        String before = contents(world.freshDump());
        for (Map.Entry<String, BackupWorld.Loss> loss : world.losses().entrySet()) {
            assertThatThrownBy(() -> world.startKeycloakAfter(loss.getValue()))
                    .as(loss.getKey())
                    .isInstanceOf(HarnessException.class)
                    .hasMessageContaining(loss.getKey());
            assertThat(contents(world.freshDump()))
                    .as("the database after: " + loss.getKey())
                    .isEqualTo(before);
        }
        world.forgetTheLostKey();
        world.hurry();
        world.startKeycloakAfter(BackupWorld.NOTHING_LOST);
        assertThat(contents(world.freshDump())).as("the upgrade").isNotEqualTo(before);
    }

    /** The server was started with a key period of 20 s and backups of 5 s. */
    @Test
    @Order(6)
    void theServerBeginsPeriodsAndDestroysOldKeysByItself() {
        String number = world.signIn(people.get(4));
        List<String> before = world.recordKeys();
        world.awaitLog("New record key record-");
        world.awaitLog("Destroyed record key " + before.get(0));
        assertThat(world.recordKeys()).isNotEmpty().doesNotContainAnyElementsOf(before);
        assertThat(world.signIn(people.get(4))).as("the same network number").isEqualTo(number);
    }

    /** Without the lines that differ in every dump. */
    private static String contents(Path dump) throws IOException {
        try (Stream<String> lines = Files.lines(dump, StandardCharsets.UTF_8)) {
            return lines.filter(line -> !line.startsWith("\\restrict") && !line.startsWith("\\unrestrict"))
                    .collect(Collectors.joining("\n"));
        }
    }
}
