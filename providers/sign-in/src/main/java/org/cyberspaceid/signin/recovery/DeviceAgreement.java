package org.cyberspaceid.signin.recovery;

import java.time.Clock;
import java.util.Optional;
import org.cyberspaceid.core.recovery.RecoveryNotes;
import org.cyberspaceid.signin.Step;
import org.cyberspaceid.signin.device.KnownDevices;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** In a recovery, after document and face: a browser that the account knows agrees, and nobody has to wait. Lets everybody pass. */
final class DeviceAgreement extends Step {
    private final Clock clock;

    DeviceAgreement(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        KnownDevices devices = new KnownDevices(context.getSession(), context.getRealm(), clock);
        account(context)
                .filter(devices::knows)
                .ifPresent(user -> tab.setAuthNote(RecoveryNotes.AGREED_ACCOUNT, user.getId()));
        context.success();
    }

    private static Optional<UserModel> account(AuthenticationFlowContext context) {
        return Optional.ofNullable(context.getAuthenticationSession().getAuthNote(RecoveryNotes.PROVEN_ACCOUNT))
                .map(id -> context.getSession().users().getUserById(context.getRealm(), id));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        context.success(); // shows no page
    }

    @Override
    public boolean requiresUser() {
        return false;
    }
}
