package org.cyberspaceid.signin.level;

import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.conditional.ConditionalLoaAuthenticator;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSession;

/**
 * Keycloak's condition, which takes a level for reached when its sub-flow has come to its end. With {@value #PROOF} set it is reached only if
 * a step has left that note: a step can let the flow go on without (the ISP takes a lower level too), and the token then says the lower one.
 */
final class ProvenLevel extends ConditionalLoaAuthenticator {
    /** Setting: the authentication note without which the level is not reached; none: Keycloak's own rule. */
    static final String PROOF = "proof-note";

    ProvenLevel(KeycloakSession session) {
        super(session);
    }

    @Override
    public void onParentFlowSuccess(AuthenticationFlowContext context) {
        Optional<String> proof = Optional.ofNullable(context.getAuthenticatorConfig())
                .map(AuthenticatorConfigModel::getConfig)
                .map(config -> config.get(PROOF));
        if (proof.isEmpty() || context.getAuthenticationSession().getAuthNote(proof.get()) != null) {
            super.onParentFlowSuccess(context);
        }
    }
}
