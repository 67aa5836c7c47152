package org.cyberspaceid.enrolment;

import org.cyberspaceid.document.TrustAnchors;
import org.keycloak.provider.Provider;

/** Whose documents and statements are believed. */
public interface DocumentTrustProvider extends Provider {

    /**
     * The trust anchors of now; they may change while the server runs.
     *
     * @throws IllegalStateException when none are configured or readable: nothing is believed then
     */
    TrustAnchors anchors();
}
