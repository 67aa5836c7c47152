package org.cyberspaceid.vault.store;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.cyberspaceid.core.face.FaceTemplate;
import org.cyberspaceid.core.vault.FaceTemplates;

/**
 * Templates in rows of their own, so that a sign-in that needs none opens none. A row refers to the person's record and goes with it; it is
 * sealed by the person's data key, so a rotation of the record keys leaves it as it is.
 */
public final class SealedFaceTemplates implements FaceTemplates {
    private final EntityManager entities;
    private final SealedIdentities people;

    public SealedFaceTemplates(EntityManager entities, SealedIdentities people) {
        this.entities = entities;
        this.people = people;
    }

    @Override
    public void keep(String userId, FaceTemplate live) {
        OpenPerson person =
                people.person(userId).orElseThrow(() -> new IllegalArgumentException("the user has no record"));
        DurableCommit.require(entities);
        entities.createQuery("insert into FaceTemplateEntity (userId, sealed) values (:user, :sealed)"
                        + " on conflict (userId) do update set sealed = excluded.sealed")
                .setParameter("user", userId)
                .setParameter("sealed", person.seal(Place.FACE_TEMPLATE, TemplateBytes.write(live)))
                .executeUpdate();
    }

    @Override
    public boolean isKept(String userId) {
        return row(userId).isPresent();
    }

    @Override
    public Optional<FaceTemplate> read(String userId) {
        return row(userId)
                .flatMap(found -> people.person(userId)
                        .map(person -> TemplateBytes.read(person.open(Place.FACE_TEMPLATE, found))));
    }

    @Override
    public boolean forget(String userId) {
        if (people.person(userId).isEmpty()) {
            return false; // of another realm
        }
        DurableCommit.require(entities);
        return entities.createQuery("delete from FaceTemplateEntity t where t.userId = :user")
                        .setParameter("user", userId)
                        .executeUpdate()
                == 1;
    }

    private Optional<byte[]> row(String userId) {
        return entities.createQuery("select t.sealed from FaceTemplateEntity t where t.userId = :user", byte[].class)
                .setParameter("user", userId)
                .getResultStream()
                .findFirst();
    }
}
