package org.cyberspaceid.vault;

import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.RecordKeys;
import org.cyberspaceid.vault.store.RecordKeyBook;
import org.cyberspaceid.vault.store.Reseal;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The life of a record key: made when the period of the one before is over, used for everybody by and by, and destroyed when nothing
 * was under it for as long as backups are kept. Progress is logged and is the gauge {@value #REMAINING}.
 */
final class RecordKeyCare {
    static final String REMAINING = "cyberspace_id_records_under_an_older_key";

    private static final Logger LOG = Logger.getLogger(RecordKeyCare.class);
    private static final int BATCH = 200;
    /** The timer's thread is Keycloak's: others wait. What is left is done the next time. */
    private static final Duration AT_A_TIME = Duration.ofSeconds(10);
    /** Any number of ours: the advisory lock under which one node makes the next key. */
    private static final long LOCK = 0x6369645f6b6579L;

    private final KeycloakSessionFactory server;
    private final Keyring keys;
    private final VaultSettings settings;
    private final Clock clock;
    /** Where a pass goes on in the next round: at its begin stand the dead entries of rows that were sealed anew. */
    private String position = "";

    private final AtomicLong remaining = Metrics.globalRegistry.gauge(REMAINING, new AtomicLong());

    RecordKeyCare(KeycloakSessionFactory server, Keyring keys, VaultSettings settings, Clock clock) {
        this.server = server;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** Enters the keys that there are into the database's book of them. */
    void enter() {
        KeycloakModelUtils.runJobInTransaction(server, session -> book(session).enter());
    }

    void tend() {
        KeycloakModelUtils.runJobInTransaction(server, this::makeNextWhenDue);
        enter();
        reseal();
        KeycloakModelUtils.runJobInTransaction(server, this::retire);
    }

    private void makeNextWhenDue(KeycloakSession session) {
        keys.recordKeys().look();
        if (!isDue() || !locked(session)) {
            return;
        }
        keys.recordKeys().look();
        if (isDue()) {
            LOG.infof("New record key %s: its period begins", keys.recordKeys().makeNext(clock.instant()));
        }
    }

    private boolean isDue() {
        Instant over = RecordKeys.madeAt(keys.recordKeys().newest()).plus(settings.recordKeyPeriod());
        return !clock.instant().isBefore(over);
    }

    private static boolean locked(KeycloakSession session) {
        return (Boolean) VaultHousekeeping.entities(session)
                .createNativeQuery("select pg_try_advisory_xact_lock(" + LOCK + ")")
                .getSingleResult();
    }

    private void reseal() {
        Instant end = clock.instant().plus(AT_A_TIME);
        int resealed = 0;
        int broken = 0;
        Reseal.Batch batch;
        do {
            String after = position;
            batch = KeycloakModelUtils.runJobInTransactionWithResult(
                    server, session -> new Reseal(VaultHousekeeping.entities(session), keys).batch(after, BATCH));
            position = batch.last();
            resealed += batch.resealed();
            broken += batch.broken();
        } while (!batch.isEnd() && clock.instant().isBefore(end));
        tell(resealed, batch.isEnd() ? broken : count());
    }

    private long count() {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                server, session -> new Reseal(VaultHousekeeping.entities(session), keys).remaining());
    }

    private void tell(int resealed, long left) {
        remaining.set(left);
        if (resealed > 0) {
            LOG.infof(
                    "Sealed %d records anew under %s, %d to go",
                    resealed, keys.recordKeys().newest(), left);
        }
    }

    private void retire(KeycloakSession session) {
        RecordKeyBook book = book(session);
        book.noteUnused(clock.instant());
        book.destroyUnused(settings.backupRetention(), clock.instant())
                .forEach(name -> LOG.infof("Destroyed record key %s: no backup that is kept needs it", name));
    }

    private RecordKeyBook book(KeycloakSession session) {
        return new RecordKeyBook(VaultHousekeeping.entities(session), keys.recordKeys());
    }
}
