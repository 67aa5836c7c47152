package org.cyberspaceid.relyingparty.numbercheck;

import org.cyberspaceid.ownpages.PagesFactory;
import org.keycloak.models.KeycloakSession;

/** For help desks: whether a network number was typed right. At {@code /realms/{realm}/network-number}. */
public final class NumberCheckResourceFactory extends PagesFactory {
    /** The last part of the address. */
    public static final String PROVIDER_ID = "network-number";

    @Override
    protected Object pages(KeycloakSession session) {
        return new NumberCheckResource(session);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
