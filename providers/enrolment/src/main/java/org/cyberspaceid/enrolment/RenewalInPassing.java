package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.util.Optional;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.core.vault.IdentityVault;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;

/** Somebody who has an ID walks enrolment's steps with a newer document of theirs: it takes the place of the one before. */
final class RenewalInPassing {
    private final Journey journey;
    private final Clock clock;

    RenewalInPassing(Journey journey, Clock clock) {
        this.journey = journey;
        this.clock = clock;
    }

    /** Whose ID has the new document now; empty when there is none, or it had this one or a newer one. */
    Optional<String> user() {
        IdentityVault vault =
                journey.session().getProvider(IdentityVaultProvider.class).identities();
        return RecoveryProof.account(vault, journey.state().document()).filter(id -> renewed(vault, id));
    }

    private boolean renewed(IdentityVault vault, String userId) {
        UserModel user = journey.session().users().getUserById(journey.context().getRealm(), userId);
        Optional<IdentityRecord> before = vault.read(userId);
        if (user == null || !user.isEnabled() || before.isEmpty()) {
            return false;
        }
        Renewal renewal = new Renewal(vault, ReminderRows.of(journey.session()), userId, before.get(), clock);
        if (!renewal.with(journey.state().document())) {
            return false;
        }
        journey.context()
                .getEvent()
                .clone()
                .event(EventType.UPDATE_PROFILE)
                .user(user)
                .success();
        return true;
    }
}
