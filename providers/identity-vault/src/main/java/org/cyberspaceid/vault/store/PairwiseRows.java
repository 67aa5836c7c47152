package org.cyberspaceid.vault.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        return rows(nameOf.keySet()).stream()
                .collect(Collectors.toMap(
                        row -> nameOf.get(ByteBuffer.wrap((byte[]) row[0])),
                        row -> places.apply(nameOf.get(ByteBuffer.wrap((byte[]) row[0])))
                                .open((byte[]) row[1])));
    }

    /** With a parameter for each: a statement with one for a list is translated anew each time (Hibernate 7.2). */
    private List<Object[]> rows(Collection<ByteBuffer> ids) {
        String each = IntStream.range(0, ids.size()).mapToObj(i -> ":id" + i).collect(Collectors.joining(", "));
        TypedQuery<Object[]> query = entities.createQuery(
                "select p.rowId, p.sealed from PairwiseEntity p where p.rowId in (" + each + ")", Object[].class);
        int i = 0;
        for (ByteBuffer id : ids) {
            query.setParameter("id" + i++, id.array());
        }
        return query.getResultList();
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
