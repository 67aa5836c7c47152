package org.cyberspaceid.signin.session;

import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import org.keycloak.OAuth2Constants;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.LogoutToken;

/**
 * One back-channel call (OpenID Connect Back-Channel Logout 1.0, 2.5), made when its second has come. The token's content is from the
 * moment of the sign-out: the session, and the citizen, may be gone by now. Tried once, as Keycloak does.
 *
 * @param complaints of an ISP that did not take it, for the log
 */
record LogoutCall(
        KeycloakSessionFactory factory,
        String realmId,
        String clientId,
        String address,
        LogoutToken token,
        long second,
        Consumer<String> complaints)
        implements Runnable {
    private static final int SUCCESS = 2;

    @Override
    public void run() {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, this::call);
        } catch (RuntimeException failed) {
            complain(failed.getMessage());
        }
    }

    private void call(KeycloakSession session) {
        RealmModel realm = session.realms().getRealm(realmId);
        ClientModel client = realm == null ? null : realm.getClientByClientId(clientId);
        if (client == null) {
            return;
        }
        session.getContext().setRealm(realm);
        session.getContext().setClient(client);
        long valid = token.getExp() - token.getIat();
        token.id(SecretGenerator.getInstance().generateSecureID()).iat(second).exp(second + valid);
        post(session, session.tokens().encode(token));
    }

    private void post(KeycloakSession session, String encoded) {
        try {
            int status = SimpleHttp.create(session)
                    .doPost(address)
                    .params(Map.of(OAuth2Constants.LOGOUT_TOKEN, encoded))
                    .asStatus();
            if (status / 100 != SUCCESS) {
                complain("status " + status);
            }
        } catch (IOException unreachable) {
            complain(unreachable.getMessage());
        }
    }

    private void complain(String why) {
        complaints.accept("logout_token_not_delivered client=" + clientId + ": " + why);
    }
}
