package org.cyberspaceid.relyingparty.getstarted;

import org.cyberspaceid.ownpages.PagesFactory;
import org.keycloak.models.KeycloakSession;

/** For ISPs' developers: how to get started, and the sign-in button. Below {@code /realms/{realm}/isp}, addresses that stay. */
public final class IspPagesFactory extends PagesFactory {
    public static final String PROVIDER_ID = "isp";

    @Override
    protected Object pages(KeycloakSession session) {
        return new IspPages(session);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
