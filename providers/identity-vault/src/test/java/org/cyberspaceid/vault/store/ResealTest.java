package org.cyberspaceid.vault.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cyberspaceid.core.networknumber.Sector;
import org.cyberspaceid.core.vault.IdentityVault;
import org.cyberspaceid.vault.keys.Deployment;
import org.cyberspaceid.vault.keys.Keyring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A record key's life: the next one, everybody under it, the old one destroyed when no backup can need it. */
@ParameterizedClass
@EnumSource(Deployment.class)
class ResealTest {
    private static final int PEOPLE = 25;
    private static final Sector SHOP = new Sector("shop.example");
    private static final Duration RETENTION = Duration.ofDays(35);

    private final VaultDatabase database = VaultDatabase.running();

    @Parameter
    Deployment deployment;

    @TempDir
    Path folder;

    private Keyring keys;
    private IdentityVault vault;
    private List<String> users;

    @BeforeEach
    void enrolPeople() throws SQLException {
        keys = deployment.keys(folder);
        vault = database.eachInTransaction(IdentityVault.class, em -> new SealedIdentities(em, "realm", keys));
        database.execute("delete from user_entity");
        database.execute("delete from cid_record_key");
        users = IntStream.range(0, PEOPLE).mapToObj(this::enrolled).toList();
        note();
    }

    private String enrolled(int n) {
        try {
            String user = database.newUser();
            vault.enrol(user, People.person(n, n));
            return user;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void everybodyIsUnderTheNewestKeyAndStaysTheSame() {
        Map<String, String> before = numbers();
        String old = keys.recordKeys().newest();
        String newest = next();
        assertThat(remaining()).isEqualTo(PEOPLE);
        Reseal.Batch first = batch("", 10);
        assertThat(first.resealed()).isEqualTo(10);
        assertThat(remaining()).isEqualTo(PEOPLE - 10);
        assertThat(pass(first.last())).isEqualTo(PEOPLE - 10);
        assertThat(remaining()).isZero();
        assertThat(recordKeys()).containsExactly(newest);

        keys.recordKeys().destroy(old);
        assertThat(numbers()).isEqualTo(before);
        assertThat(vault.read(users.get(3)).orElseThrow().document())
                .isEqualTo(People.person(3, 3).document());
    }

    @Test
    void nodesShareTheWork() {
        next();
        CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> pass(""));
        assertThat(pass("") + other.join()).isEqualTo(PEOPLE);
        assertThat(remaining()).isZero();
    }

    /** A node that does not know the newest key yet must not seal back what another sealed with it. */
    @Test
    void aNodeThatIsBehindChangesNothing() {
        Keyring behind = deployment.keys(folder);
        String newest = next();
        pass("");
        IdentityVault there =
                database.eachInTransaction(IdentityVault.class, em -> new SealedIdentities(em, "realm", behind));
        assertThat(there.read(users.get(0))).isPresent();
        assertThat(database.<Integer>inTransaction(
                        em -> new Reseal(em, behind).batch("", 100).resealed()))
                .isZero();
        assertThat(recordKeys()).containsExactly(newest);
    }

    @Test
    void oneBrokenRowStopsNobodyAndKeepsItsKey() throws SQLException {
        String old = keys.recordKeys().newest();
        database.execute("update cid_identity set sealed_data_key = 'x' where user_id = '" + users.get(7) + "'");
        next();
        assertThat(pass("")).isEqualTo(PEOPLE - 1);
        note();
        assertThat(destroyed(Instant.now().plus(RETENTION).plusSeconds(60))).isEmpty();
        assertThat(keys.recordKeys().look()).contains(old);
        database.execute("delete from cid_identity where user_id = '" + users.get(7) + "'");
    }

    @Test
    void anOldKeyGoesWhenNoBackupThatIsKeptCanNeedIt() {
        String old = keys.recordKeys().newest();
        String newest = next();
        note();
        Instant over = Instant.now().plus(RETENTION).plusSeconds(60);
        assertThat(destroyed(over)).as("while rows are under it").isEmpty();
        pass("");
        note();
        assertThat(destroyed(Instant.now().plus(RETENTION).minusSeconds(60)))
                .as("while backups may need it")
                .isEmpty();
        assertThat(destroyed(over)).containsExactly(old);
        assertThat(keys.recordKeys().look()).containsExactly(newest);
        assertThat(destroyed(over)).isEmpty();
    }

    /** Another node was slow and sealed somebody under the old key after all. */
    @Test
    void aKeyThatIsUsedAgainStays() throws SQLException {
        String old = keys.recordKeys().newest();
        Keyring behind = deployment.keys(folder);
        next();
        pass("");
        note();
        String late = database.newUser();
        database.inTransaction(em -> new SealedIdentities(em, "realm", behind).enrol(late, People.person(99, 99)));
        assertThat(destroyed(Instant.now().plus(RETENTION).plusSeconds(60))).isEmpty();
        note();
        pass("");
        note();
        assertThat(destroyed(Instant.now().plus(RETENTION).plusSeconds(60))).containsExactly(old);
    }

    private String next() {
        return keys.recordKeys().makeNext(Instant.now().plusSeconds(1));
    }

    private void note() {
        database.inTransaction(em -> {
            RecordKeyBook book = new RecordKeyBook(em, keys.recordKeys());
            book.enter();
            book.noteUnused(Instant.now());
            return book;
        });
    }

    private List<String> destroyed(Instant now) {
        return database.inTransaction(em -> new RecordKeyBook(em, keys.recordKeys()).destroyUnused(RETENTION, now));
    }

    private int pass(String after) {
        int resealed = 0;
        Reseal.Batch batch = batch(after, 4);
        while (!batch.isEnd()) {
            resealed += batch.resealed();
            batch = batch(batch.last(), 4);
        }
        return resealed;
    }

    private Reseal.Batch batch(String after, int size) {
        return database.inTransaction(em -> new Reseal(em, keys).batch(after, size));
    }

    private long remaining() {
        return database.inTransaction(em -> new Reseal(em, keys).remaining());
    }

    private List<String> recordKeys() {
        return database.inTransaction(
                em -> em.createQuery("select distinct i.recordKey from IdentityEntity i", String.class)
                        .getResultList());
    }

    private Map<String, String> numbers() {
        return users.stream()
                .collect(Collectors.toMap(
                        u -> u, u -> vault.networkNumber(u, SHOP).orElseThrow().value()));
    }
}
