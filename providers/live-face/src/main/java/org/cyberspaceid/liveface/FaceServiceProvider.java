package org.cyberspaceid.liveface;

import org.cyberspaceid.core.face.FaceService;
import org.keycloak.provider.Provider;

/** Who judges faces. */
public interface FaceServiceProvider extends Provider {

    /**
     * The service.
     *
     * @throws IllegalStateException when none is configured
     */
    FaceService faces();
}
