package org.cyberspaceid.vault.store;

import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cyberspaceid.vault.Rows;

/** Table {@code CID_PAIRWISE}. Two writers of one row both succeed; the later one stays. */
final class PairwiseRows {
    /** For a row that ends with the ID only. */
    static final int FOR_EVER = Integer.MAX_VALUE;

    private final EntityManager entities;

    PairwiseRows(EntityManager entities) {
        this.entities = entities;
    }

    Optional<byte[]> read(PairwisePlace place) {
        return entities
                .createQuery("select p.sealed from PairwiseEntity p where p.rowId = :id", byte[].class)
                .setParameter("id", place.rowId())
                .getResultList()
                .stream()
                .findFirst()
                .map(place::open);
    }

    /** As {@link #read}, and nobody else changes the row before this transaction ends. */
    Optional<byte[]> readToChange(PairwisePlace place) {
        return entities.createNativeQuery("SELECT SEALED FROM CID_PAIRWISE WHERE ROW_ID = :id FOR UPDATE", byte[].class)
                .setParameter("id", place.rowId())
                .getResultStream()
                .findFirst()
                .map(found -> place.open((byte[]) found));
    }

    /** What is there, by the name of its place, in one statement. */
    Map<String, byte[]> readAll(Collection<String> names, Function<String, PairwisePlace> places) {
        Map<ByteBuffer, String> nameOf = new HashMap<>();
        names.forEach(name -> nameOf.put(ByteBuffer.wrap(places.apply(name).rowId()), name));
        if (nameOf.isEmpty()) {
            return Map.of();
        }
        return Rows.read(
                        entities,
                        "SELECT ROW_ID, SEALED FROM CID_PAIRWISE WHERE ROW_ID IN (" + Rows.marks(nameOf.size()) + ")",
                        row -> Map.entry(ByteBuffer.wrap(row.getBytes("ROW_ID")), row.getBytes("SEALED")),
                        nameOf.keySet().stream().map(ByteBuffer::array).toArray())
                .stream()
                .collect(Collectors.toMap(
                        row -> nameOf.get(row.getKey()),
                        row -> places.apply(nameOf.get(row.getKey())).open(row.getValue())));
    }

    void write(PairwisePlace place, byte[] plain, int lastMonth) {
        DurableCommit.require(entities);
        entities.createQuery("insert into PairwiseEntity (rowId, realmId, sealed, lastMonth)"
                        + " values (:id, :realm, :sealed, :last)"
                        + " on conflict (rowId) do update set sealed = excluded.sealed, lastMonth = excluded.lastMonth")
                .setParameter("id", place.rowId())
                .setParameter("realm", place.realmId())
                .setParameter("sealed", place.seal(plain))
                .setParameter("last", lastMonth)
                .executeUpdate();
    }

    boolean delete(PairwisePlace place) {
        DurableCommit.require(entities);
        return entities.createQuery("delete from PairwiseEntity p where p.rowId = :id")
                        .setParameter("id", place.rowId())
                        .executeUpdate()
                == 1;
    }

    int purge(int month) {
        return entities.createQuery("delete from PairwiseEntity p where p.lastMonth < :month")
                .setParameter("month", month)
                .executeUpdate();
    }

    void removeRealm(String realmId) {
        entities.createQuery("delete from PairwiseEntity p where p.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }
}
