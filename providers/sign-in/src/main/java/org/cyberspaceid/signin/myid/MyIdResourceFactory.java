package org.cyberspaceid.signin.myid;

import java.time.Clock;
import org.cyberspaceid.ownpages.PagesFactory;
import org.keycloak.models.KeycloakSession;

/** The citizen's own page: devices, passkeys and switches. At {@code /realms/{realm}/my-id}. */
public final class MyIdResourceFactory extends PagesFactory {
    /** The last part of the address. */
    public static final String PROVIDER_ID = "my-id";

    @Override
    protected Object pages(KeycloakSession session) {
        return new MyIdResource(session, Clock.systemUTC());
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
