package org.cyberspaceid.enrolment;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberspaceid.document.TrustAnchors;
import org.cyberspaceid.document.trust.TrustSources;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Trust anchors from folders that the operator fills: CSCA certificates and master lists, master list signers, certificates of reader
 * services, revocation lists. They are read beside the start-up, and again within {@link #LOOK} of a change, so that a new revocation list needs no restart.
 */
public final class FolderDocumentTrustFactory implements DocumentTrustProviderFactory {
    public static final String PROVIDER_ID = "folder";

    /** Setting: folder of CSCA certificates and master lists. */
    static final String CSCA_FOLDER = "csca-folder";

    /** Setting: folder of the certificates of pinned master list signers; needed for master lists only. */
    static final String MASTER_LIST_SIGNER_FOLDER = "master-list-signer-folder";

    /** Setting: folder of the certificates of authorised reader services. */
    static final String READER_SERVICE_FOLDER = "reader-service-folder";

    /** Setting: folder of certificate revocation lists. */
    static final String CRL_FOLDER = "crl-folder";

    /** Setting: countries (comma between) whose documents are accepted although their revocation cannot be told. */
    static final String WITHOUT_REVOCATION_LIST = "countries-accepted-without-revocation-list";

    static final Duration LOOK = Duration.ofSeconds(10);
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private ReloadingTrust trust;

    @Override
    public void init(Config.Scope config) {
        trust = new ReloadingTrust(
                () -> load(config),
                () -> FolderPrint.of(folders(config)),
                new TrustMetrics()::tell,
                PATIENCE,
                Clock.systemUTC());
    }

    private static TrustAnchors load(Config.Scope config) {
        Clock clock = Clock.systemUTC();
        return TrustAnchors.load(
                new TrustSources(
                        List.of(folder(config, CSCA_FOLDER)),
                        optionalFolder(config, MASTER_LIST_SIGNER_FOLDER),
                        List.of(folder(config, CRL_FOLDER)),
                        countries(config.get(WITHOUT_REVOCATION_LIST))),
                folder(config, READER_SERVICE_FOLDER),
                clock.instant());
    }

    private static List<Path> folders(Config.Scope config) {
        return Stream.of(CSCA_FOLDER, MASTER_LIST_SIGNER_FOLDER, READER_SERVICE_FOLDER, CRL_FOLDER)
                .flatMap(setting -> optionalFolder(config, setting).stream())
                .toList();
    }

    private static Set<String> countries(String value) {
        return value == null
                ? Set.of()
                : Arrays.stream(value.split(","))
                        .filter(country -> !country.isBlank())
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Path> optionalFolder(Config.Scope config, String setting) {
        String value = config.get(setting);
        return value == null || value.isBlank() ? List.of() : List.of(Path.of(value));
    }

    private static Path folder(Config.Scope config, String setting) {
        return optionalFolder(config, setting).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "spi-" + DocumentTrustSpi.NAME + "--" + PROVIDER_ID + "--" + setting + " is not set"));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        trust.start(LOOK);
    }

    @Override
    public TrustState state() {
        return trust.state();
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
