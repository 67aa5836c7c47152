package org.cyberspaceid.enrolment;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** What the enrolment pages' scripts call: the reader's state and the camera frames. Below {@code /realms/{realm}/enrolment}. */
public final class EnrolmentResourceFactory implements RealmResourceProviderFactory {
    public static final String PROVIDER_ID = "enrolment";

    /** Path of the reader's state. */
    static final String STATUS = "reader-status";

    /** Path of the camera frames. */
    static final String FRAMES = "face-frames";

    /** "I cannot sign in". */
    static final String RECOVER = "recover";

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return new EnrolmentResource(session);
            }

            @Override
            public void close() {
                // Holds nothing.
            }
        };
    }

    @Override
    public void init(Config.Scope config) {
        // No settings.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing to prepare.
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
