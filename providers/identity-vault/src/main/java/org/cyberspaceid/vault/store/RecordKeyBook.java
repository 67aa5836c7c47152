package org.cyberspaceid.vault.store;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cyberspaceid.vault.keys.RecordKeys;

/**
 * Which record keys rows are under, and since when not: a key is destroyed when nothing was under it for as long as backups are
 * kept, since until then a backup may need it.
 */
public final class RecordKeyBook {
    private final EntityManager entities;
    private final RecordKeys keys;

    public RecordKeyBook(EntityManager entities, RecordKeys keys) {
        this.entities = entities;
        this.keys = keys;
    }

    /** Enters the keys that there are. */
    public void enter() {
        for (String name : keys.look()) {
            entities.createQuery("insert into RecordKeyEntity (name, madeAt, unusedSince) values (:name, :made, null)"
                            + " on conflict do nothing")
                    .setParameter("name", name)
                    .setParameter("made", RecordKeys.madeAt(name).toEpochMilli())
                    .executeUpdate();
        }
    }

    /** Notes which keys nothing is under any longer; the newest is always in use. */
    public void noteUnused(Instant now) {
        for (String name : keys.look()) {
            if (name.equals(keys.newest()) || isUsed(name)) {
                entities.createQuery("update RecordKeyEntity k set k.unusedSince = null where k.name = :name")
                        .setParameter("name", name)
                        .executeUpdate();
            } else {
                entities.createQuery("update RecordKeyEntity k set k.unusedSince = :now"
                                + " where k.name = :name and k.unusedSince is null")
                        .setParameter("name", name)
                        .setParameter("now", now.toEpochMilli())
                        .executeUpdate();
            }
        }
    }

    private boolean isUsed(String name) {
        return isUsed("IdentityEntity", name) || isUsed("EnrolmentEntity", name);
    }

    private boolean isUsed(String entity, String name) {
        return !entities.createQuery("select 1 from " + entity + " e where e.recordKey = :name", Integer.class)
                .setParameter("name", name)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * Destroys the keys that no row was under for this long.
     *
     * @return their names
     */
    public List<String> destroyUnused(Duration backupRetention, Instant now) {
        List<String> over = entities.createQuery(
                        "select k.name from RecordKeyEntity k where k.unusedSince <= :limit", String.class)
                .setParameter("limit", now.minus(backupRetention).toEpochMilli())
                .getResultList();
        over.removeIf(name -> isUsed(name) || name.equals(keys.newest()));
        for (String name : over) {
            keys.destroy(name);
            entities.createQuery("delete from RecordKeyEntity k where k.name = :name")
                    .setParameter("name", name)
                    .executeUpdate();
        }
        return over;
    }
}
