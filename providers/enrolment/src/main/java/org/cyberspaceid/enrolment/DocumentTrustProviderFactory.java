package org.cyberspaceid.enrolment;

import org.keycloak.provider.ProviderFactory;

/** Makes a {@link DocumentTrustProvider}. */
public interface DocumentTrustProviderFactory extends ProviderFactory<DocumentTrustProvider> {

    /** What the store holds, for health and metrics. */
    TrustState state();
}
