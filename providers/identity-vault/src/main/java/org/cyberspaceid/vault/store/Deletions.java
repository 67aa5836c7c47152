package org.cyberspaceid.vault.store;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The deletions that the database's trigger noted, on their way to the journal. */
public final class Deletions {
    private static final int BATCH = 1000;

    private final EntityManager entities;

    public Deletions(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Writes to the journal what is not in it yet, then marks it. A failure in between writes a line twice, which does no harm.
     *
     * @return how many
     */
    public int write(DeletionJournal journal) {
        List<DeletionEntity> fresh = entities.createQuery(
                        "select d from DeletionEntity d where d.written = false order by d.id", DeletionEntity.class)
                .setMaxResults(BATCH)
                .getResultList();
        if (!fresh.isEmpty()) {
            journal.append(fresh.stream()
                    .map(d -> new Deletion(d.realmId, d.userId, Instant.ofEpochMilli(d.deletedAt)))
                    .toList());
            fresh.forEach(d -> d.written = true);
        }
        return fresh.size();
    }

    /** Forgets deletions that the journal has and that are older than any backup. */
    public int dropBefore(Instant limit) {
        return entities.createQuery("delete from DeletionEntity d where d.written = true and d.deletedAt < :limit")
                .setParameter("limit", limit.toEpochMilli())
                .executeUpdate();
    }

    /** Which of these deleted people are there again. */
    public List<Deletion> thereAgain(List<Deletion> deleted) {
        List<Deletion> found = new ArrayList<>();
        for (int from = 0; from < deleted.size(); from += BATCH) {
            List<Deletion> some = deleted.subList(from, Math.min(from + BATCH, deleted.size()));
            Set<String> there = usersAmong(some);
            some.stream().filter(d -> there.contains(d.userId())).forEach(found::add);
        }
        return found;
    }

    private Set<String> usersAmong(List<Deletion> some) {
        return Set.copyOf(entities.createQuery(
                        "select i.userId from IdentityEntity i where i.userId in :users", String.class)
                .setParameter("users", some.stream().map(Deletion::userId).toList())
                .getResultList());
    }
}
