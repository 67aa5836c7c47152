package org.cyberspaceid.signin.session;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;

/** The step {@value #PROVIDER_ID}, in the place of Keycloak's {@code auth-cookie}. Where it stands, cookies are partitioned. */
public final class DeviceSessionFactory extends CookieAuthenticatorFactory {
    /** As named in the realm's browser flow. */
    public static final String PROVIDER_ID = "device-session";

    private static final DeviceSession STEP = new DeviceSession();

    @Override
    public Authenticator create(KeycloakSession session) {
        return STEP;
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Cyberspace ID: session of this browser";
    }

    @Override
    public String getHelpText() {
        return "Goes on with the session at this ISP, or opens one from the same browser's session at another ISP.";
    }
}
