package org.cyberspaceid.signin.recovery;

import java.time.Clock;
import org.cyberspaceid.signin.Step;
import org.cyberspaceid.signin.device.KnownDevices;
import org.keycloak.authentication.AuthenticationFlowContext;

/** In a recovery, after document and face: a browser that the account knows agrees, and nobody has to wait. Lets everybody pass. */
final class DeviceAgreement extends Step {
    private final Clock clock;

    DeviceAgreement(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        KnownDevices devices = new KnownDevices(context.getSession(), context.getRealm(), clock);
        ProvenAccount.of(context).filter(devices::knows).ifPresent(user -> ProvenAccount.agrees(context, user));
        context.success();
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
