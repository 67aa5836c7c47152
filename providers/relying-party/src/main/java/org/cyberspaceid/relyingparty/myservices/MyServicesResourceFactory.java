package org.cyberspaceid.relyingparty.myservices;

import org.cyberspaceid.ownpages.PagesFactory;
import org.keycloak.models.KeycloakSession;

/** The citizen's own page: which ISPs they agreed to. At {@code /realms/{realm}/my-services}. */
public final class MyServicesResourceFactory extends PagesFactory {
    /** The last part of the address. */
    public static final String PROVIDER_ID = "my-services";

    @Override
    protected Object pages(KeycloakSession session) {
        return new MyServicesResource(session);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
