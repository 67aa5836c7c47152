package org.cyberspaceid.vault;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.cyberspaceid.core.consent.ConsentLedger;
import org.cyberspaceid.core.limit.Attempts;
import org.cyberspaceid.core.vault.BlindIndex;
import org.cyberspaceid.core.vault.CookieSeal;
import org.cyberspaceid.core.vault.EnrolmentRows;
import org.cyberspaceid.core.vault.FaceTemplates;
import org.cyberspaceid.core.vault.IdentityVault;
import org.cyberspaceid.core.vault.PersonalSeal;
import org.cyberspaceid.core.vault.QueueSeal;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.limit.CountedAttempts;
import org.cyberspaceid.vault.store.KeyedBlindIndex;
import org.cyberspaceid.vault.store.SealedConsents;
import org.cyberspaceid.vault.store.SealedCookies;
import org.cyberspaceid.vault.store.SealedEnrolments;
import org.cyberspaceid.vault.store.SealedFaceTemplates;
import org.cyberspaceid.vault.store.SealedIdentities;
import org.cyberspaceid.vault.store.SealedPersonal;
import org.cyberspaceid.vault.store.SealedQueue;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/**
 * The vault on Tink and Keycloak's own database connection. The realm is looked up at each call: a session can change it. What was
 * read of a realm's people is kept as long as the session.
 */
final class TinkIdentityVault implements IdentityVaultProvider {
    private final KeycloakSession session;
    private final Keyring keys;
    private final Clock clock;
    private final Map<String, SealedIdentities> identities = new HashMap<>();

    TinkIdentityVault(KeycloakSession session, Keyring keys, Clock clock) {
        this.session = session;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public IdentityVault identities() {
        return people();
    }

    private SealedIdentities people() {
        return identities.computeIfAbsent(realmId(), realm -> new SealedIdentities(entities(), realm, keys));
    }

    @Override
    public ConsentLedger consents() {
        return new SealedConsents(entities(), people(), clock);
    }

    @Override
    public FaceTemplates faceTemplates() {
        return new SealedFaceTemplates(entities(), people());
    }

    @Override
    public PersonalSeal personal() {
        return new SealedPersonal(people());
    }

    @Override
    public EnrolmentRows enrolments() {
        return new SealedEnrolments(entities(), realmId(), keys, clock);
    }

    @Override
    public BlindIndex blindIndex() {
        return new KeyedBlindIndex(keys, realmId());
    }

    @Override
    public Attempts attempts() {
        return new CountedAttempts(
                Transactions.of(session.getKeycloakSessionFactory()), this::atEndOfRequest, blindIndex(), clock);
    }

    @Override
    public CookieSeal cookies() {
        return new SealedCookies(keys, realmId());
    }

    @Override
    public QueueSeal queue() {
        return new SealedQueue(keys, realmId());
    }

    private void atEndOfRequest(Consumer<EntityManager> work) {
        session.getTransactionManager().enlistPrepare(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                work.accept(entities());
            }

            @Override
            protected void rollbackImpl() {
                // nothing is done yet
            }
        });
    }

    private EntityManager entities() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    private String realmId() {
        return session.getContext().getRealm().getId();
    }

    @Override
    public void close() {}
}
