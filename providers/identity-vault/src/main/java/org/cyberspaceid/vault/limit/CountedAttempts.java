package org.cyberspaceid.vault.limit;

import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cyberspaceid.core.limit.Attempts;
import org.cyberspaceid.core.limit.Limit;
import org.cyberspaceid.core.vault.BlindIndex;
import org.cyberspaceid.vault.Transactions;

/** Attempts in PostgreSQL, under keyed hashes. */
public final class CountedAttempts implements Attempts {
    private static final String PURPOSE = "attempts-";

    private final Transactions transactions;
    private final Consumer<Consumer<EntityManager>> endOfRequest;
    private final BlindIndex hashes;
    private final Clock clock;

    /** @param endOfRequest does work in the request's transaction, just before that is committed */
    public CountedAttempts(
            Transactions transactions, Consumer<Consumer<EntityManager>> endOfRequest, BlindIndex hashes, Clock clock) {
        this.transactions = transactions;
        this.endOfRequest = endOfRequest;
        this.hashes = hashes;
        this.clock = clock;
    }

    @Override
    public Optional<Limit> take(List<Limit> limits) {
        List<Row> rows = rows(limits);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        return transactions.inOwnTransaction(database -> {
            AttemptRows table = new AttemptRows(database);
            List<byte[]> taken = table.take(rows, clock.instant());
            if (taken.size() == rows.size()) {
                return Optional.empty();
            }
            if (!taken.isEmpty()) {
                table.giveBack(taken);
            }
            return first(limits, rows.stream().filter(row -> !contains(taken, row)));
        });
    }

    @Override
    public void giveBack(List<Limit> limits) {
        List<byte[]> keys = keys(limits);
        transactions.inOwnTransaction(database -> {
            new AttemptRows(database).giveBack(keys);
            return null;
        });
    }

    @Override
    public void forget(List<Limit> limits) {
        List<byte[]> keys = keys(limits);
        transactions.inOwnTransaction(database -> {
            new AttemptRows(database).forget(keys);
            return null;
        });
    }

    @Override
    public void forgetWithRequest(List<Limit> limits) {
        List<byte[]> keys = keys(limits);
        endOfRequest.accept(database -> new AttemptRows(database).forget(keys));
    }

    @Override
    public Optional<Limit> exhausted(List<Limit> limits) {
        List<Row> rows = rows(limits);
        List<byte[]> keys = rows.stream().map(Row::key).toList();
        Instant now = clock.instant();
        List<byte[]> none = transactions.inOwnTransaction(database -> new AttemptRows(database).exhausted(keys, now));
        return first(limits, rows.stream().filter(row -> contains(none, row)));
    }

    private static Optional<Limit> first(List<Limit> limits, Stream<Row> rows) {
        List<Limit> found = rows.map(Row::limit).toList();
        return limits.stream().filter(found::contains).findFirst();
    }

    private static boolean contains(List<byte[]> keys, Row row) {
        return keys.stream().anyMatch(key -> Arrays.equals(key, row.key()));
    }

    private List<byte[]> keys(List<Limit> limits) {
        return rows(limits).stream().map(Row::key).toList();
    }

    private List<Row> rows(List<Limit> limits) {
        return limits.stream().flatMap(this::rows).distinct().sorted().toList();
    }

    /** One keyed hash for all quotas of a limit: with an HSM each is a call. */
    private Stream<Row> rows(Limit limit) {
        byte[] hash = hashes.index(PURPOSE + limit.purpose(), limit.whose());
        return limit.quotas().stream()
                .map(quota -> new Row(limit, key(hash, quota.window().toSeconds()), quota.most(), quota.window()));
    }

    private static byte[] key(byte[] hash, long seconds) {
        return ByteBuffer.allocate(hash.length + Long.BYTES)
                .put(hash)
                .putLong(seconds)
                .array();
    }
}
