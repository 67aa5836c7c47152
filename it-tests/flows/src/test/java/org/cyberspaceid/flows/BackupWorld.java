package org.cyberspaceid.flows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.harness.DebianPostgres;
import org.cyberspaceid.harness.Folders;
import org.cyberspaceid.harness.Hsm;
import org.cyberspaceid.harness.Ports;
import org.cyberspaceid.sandbox.Database;
import org.cyberspaceid.sandbox.Sandbox;
import org.cyberspaceid.sandbox.SandboxSettings;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.cyberspaceid.sandbox.citizen.Citizen;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.util.JsonSerialization;

/** A server of its own for {@link BackupFlowTest}: on Debian's PostgreSQL, which has {@code pg_dump}, with its keys in a SoftHSM. */
final class BackupWorld implements AutoCloseable {
    private static final String REALM = "cyberspace-id";
    /** A key that rows may be under, by the database's book, and that is nowhere. */
    private static final String LOST_KEY = "record-20200101t000000z-aaaaaa";

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    static final Loss NOTHING_LOST = new Loss(() -> {}, () -> {});

    private final Path folder;
    private final Path sandboxFolder;
    private final SandboxSettings settings;
    private Hsm hsm;
    private DebianPostgres database;
    private Sandbox sandbox;
    private int dumps;
    private boolean hurried;

    /** Something that an operator lost, and how it comes back. */
    record Loss(Runnable lose, Runnable restore) {}

    private BackupWorld(Path folder) {
        this.folder = folder;
        this.sandboxFolder = folder.resolve("sandbox");
        this.settings = new SandboxSettings(
                Ports.orFree(0),
                Ports.freePair(),
                Ports.orFree(0),
                Ports.orFree(0),
                Optional.empty(),
                false,
                sandboxFolder,
                false);
    }

    static BackupWorld start() {
        Path folder = Path.of("target", "backup").toAbsolutePath();
        Folders.delete(folder);
        BackupWorld world = new BackupWorld(folder);
        world.hsm = Hsm.soft(folder.resolve("hsm"));
        world.database = DebianPostgres.start(folder.resolve("first"), 0);
        world.startKeycloak();
        return world;
    }

    private void startKeycloak() {
        sandbox = Sandbox.start(
                settings,
                System.out,
                harness -> harness.database(database)
                        .hsm(hsm)
                        .option("spi-identity-vault--tink--housekeeping-interval", "PT2S")
                        .option("spi-identity-vault--tink--record-key-period", hurried ? "PT20S" : "P7D")
                        .option("spi-identity-vault--tink--backup-retention", hurried ? "PT5S" : "P35D"));
    }

    /** The next start takes seconds for days. */
    void hurry() {
        hurried = true;
    }

    void stopKeycloak() {
        sandbox.close();
    }

    void startKeycloakAfter(Loss loss) {
        loss.lose().run();
        try {
            startKeycloak();
        } finally {
            loss.restore().run();
        }
    }

    // People

    /** A Keycloak user and a sealed record each; the random ids of the users. */
    Map<Person, String> enrol(List<Person> people) {
        try (Keycloak admin = admin()) {
            return new ManyEnrolments(database.jdbcUrl(), sandboxFolder.resolve("secrets/keysets"), Optional.of(hsm))
                    .run(people, admin, folder.resolve("enrol-many.log"));
        }
    }

    /** Number, password, a code by SMS, consent: the network number at the first ISP. */
    String signIn(Person person) {
        sql("delete from cid_sms_limit");
        VirtualCitizen citizen = citizen(person);
        URI button = sandbox.signInButtons().get(0);
        citizen.signIn(button);
        String session =
                citizen.browser().fetch(button.resolve("/session.json")).body();
        return Answers.json(session).path("sub").asText();
    }

    /** All that leaves rows without a document in hand: a known device with a name, a frozen ID, and somebody's wrong password. */
    void useTheOwnPage(Person person, String deviceName) {
        VirtualCitizen citizen = citizen(person);
        URI myId = URI.create(sandbox.harness().issuer() + "/my-id");
        sql("delete from cid_sms_limit");
        citizen.open(sandbox.signInButtons().get(0));
        citizen.typeCredentialsAndBeRemembered();
        citizen.consent();
        citizen.open(myId);
        String device = citizen.at().attribute("button[name=item]", "value").orElseThrow();
        citizen.submit(Map.of("item", device, "action", "open"));
        citizen.expect("my-id-item");
        citizen.submit(Map.of("name", deviceName, "action", "rename"));
        citizen.expect("my-id");
        sql("delete from cid_sms_limit");
        int before = sandbox.desk().texts(person.mobile().e164()).size();
        citizen.open(URI.create(myId + "/actions/freeze-id"));
        citizen.press("code");
        citizen.submit(Map.of("sms_code", citizen.smsCode(before)));
        citizen.expect("info");
        VirtualCitizen stranger = citizen(person);
        stranger.open(sandbox.signInButtons().get(0));
        stranger.submit(Map.of("username", person.mobile().e164(), "password", "40718264"));
        stranger.expect("login");
    }

    private VirtualCitizen citizen(Person person) {
        return new VirtualCitizen(
                new Citizen(null, null, person.mobile().e164(), person.password()),
                new Browser("zh-Hans"),
                (link, document) -> "",
                mobile -> sandbox.desk().texts(mobile));
    }

    void delete(String user) {
        try (Keycloak admin = admin()) {
            admin.realm(REALM).users().delete(user).close();
        }
    }

    boolean isThere(String user) {
        return !query("select id from user_entity where id = '" + user + "'").isEmpty();
    }

    private Keycloak admin() {
        return sandbox.admin();
    }

    /** What a thief finds; the dump is made now. */
    Loot loot() {
        return new Loot(
                database,
                folder,
                freshDump(),
                List.of(
                        sandbox.harness().logFolder(),
                        database.log().getParent(),
                        sandboxFolder.resolve("secrets"),
                        sandboxFolder.resolve("journal"),
                        exportedRealm()));
    }

    Path freshDump() {
        return database.dumpPlain(folder.resolve("dump-" + dumps++ + ".sql"));
    }

    private Path exportedRealm() {
        try (Keycloak admin = admin()) {
            String realm =
                    JsonSerialization.writeValueAsString(admin.realm(REALM).partialExport(true, true));
            return Files.writeString(folder.resolve("realm.json"), realm);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    // What an operator does

    Path backup() {
        return database.dumpCustom(folder.resolve("backup.dump"));
    }

    void awaitJournal(String user) {
        await(sandboxFolder.resolve("journal/deletions"), user);
    }

    void awaitLog(String text) {
        await(sandbox.harness().keycloakLog(), text);
    }

    private static void await(Path file, String text) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!contains(file, text)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not in " + file.getFileName() + ": " + text);
            }
            pause();
        }
    }

    /** The record keys that rows are under. */
    List<String> recordKeys() {
        return query("select distinct record_key from cid_identity");
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.exists(file) && Files.readString(file).contains(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    void restoreIntoAnEmptyServer(Path backup) {
        stopKeycloak();
        database.close();
        database = DebianPostgres.start(folder.resolve("second"), 0);
        database.restore(backup);
        startKeycloak();
    }

    String keycloakLog() {
        try {
            return Files.readString(sandbox.harness().keycloakLog());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As before a release that brought a table: a start would bring it again. */
    void makeTheDatabaseLookOlder() {
        String bookkeeping = query("select table_name from information_schema.tables where table_name like"
                        + " 'databasechangelog_ident%'")
                .get(0);
        sql("delete from " + bookkeeping + " where id = 'deletions'");
        sql("drop table cid_deletion");
        sql("drop function cid_note_deletion cascade");
        sql("insert into cid_record_key (name, made_at) values ('" + LOST_KEY + "', 0)");
    }

    /** By what the operator must be told. */
    Map<String, Loss> losses() {
        Hsm own = hsm;
        Path keysets = sandboxFolder.resolve("secrets/keysets");
        Path away = folder.resolve("keysets-away");
        Map<String, Loss> losses = new LinkedHashMap<>();
        losses.put(
                "another one than this database was filled with",
                new Loss(
                        () -> {
                            move(keysets, away);
                            hsm = Hsm.soft(folder.resolve("other-hsm"));
                        },
                        () -> {
                            hsm = own;
                            move(away, keysets);
                        }));
        losses.put(
                "does not open with the sealing key",
                new Loss(() -> hsm = Hsm.soft(folder.resolve("empty-hsm")), () -> hsm = own));
        losses.put(LOST_KEY + " of this database is missing", NOTHING_LOST);
        return losses;
    }

    void forgetTheLostKey() {
        sql("delete from cid_record_key where name = '" + LOST_KEY + "'");
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<String> query(String query) {
        return new Database(database.jdbcUrl()).query(query);
    }

    private void sql(String statement) {
        new Database(database.jdbcUrl()).sql(statement);
    }

    @Override
    public void close() {
        sandbox.close();
        database.close();
    }
}
