package org.cyberspaceid.enrolment;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.cyberspaceid.document.TrustAnchors;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Trust anchors from three folders that the operator fills: CSCA certificates, certificates of reader services, revocation lists.
 * They are read beside the start-up, and again when they are {@link #RELOAD} old, so that a new revocation list needs no restart.
 */
public final class FolderDocumentTrustFactory implements DocumentTrustProviderFactory {
    public static final String PROVIDER_ID = "folder";

    /** Setting: folder of CSCA certificates. */
    static final String CSCA_FOLDER = "csca-folder";

    /** Setting: folder of the certificates of authorised reader services. */
    static final String READER_SERVICE_FOLDER = "reader-service-folder";

    /** Setting: folder of certificate revocation lists. */
    static final String CRL_FOLDER = "crl-folder";

    static final Duration RELOAD = Duration.ofMinutes(10);

    private ReloadingTrust trust;

    @Override
    public void init(Config.Scope config) {
        String csca = config.get(CSCA_FOLDER);
        String readers = config.get(READER_SERVICE_FOLDER);
        String crls = config.get(CRL_FOLDER);
        trust = new ReloadingTrust(() -> load(csca, readers, crls), RELOAD, Clock.systemUTC());
    }

    private static TrustAnchors load(String csca, String readers, String crls) {
        return TrustAnchors.load(
                folder(CSCA_FOLDER, csca), folder(READER_SERVICE_FOLDER, readers), folder(CRL_FOLDER, crls));
    }

    private static Path folder(String setting, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(
                    "spi-" + DocumentTrustSpi.NAME + "--" + PROVIDER_ID + "--" + setting + " is not set");
        }
        return Path.of(value);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        trust.preload();
    }

    @Override
    public DocumentTrustProvider create(KeycloakSession session) {
        return new DocumentTrustProvider() {
            @Override
            public TrustAnchors anchors() {
                return trust.current();
            }

            @Override
            public void close() {
                // The anchors outlive the request.
            }
        };
    }

    @Override
    public void close() {
        trust.close();
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
