package org.cyberspaceid.signin.recovery;

import java.util.Optional;
import org.cyberspaceid.core.recovery.RecoveryNotes;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;

/** Whose recovery this tab is about, once document and face have proved it. */
final class ProvenAccount {
    private ProvenAccount() {}

    static Optional<UserModel> of(AuthenticationFlowContext context) {
        return Optional.ofNullable(context.getAuthenticationSession().getAuthNote(RecoveryNotes.PROVEN_ACCOUNT))
                .map(id -> context.getSession().users().getUserById(context.getRealm(), id));
    }

    /** The account agrees: whoever holds a key to it is here. */
    static void agrees(AuthenticationFlowContext context, UserModel user) {
        context.getAuthenticationSession().setAuthNote(RecoveryNotes.AGREED_ACCOUNT, user.getId());
    }
}
