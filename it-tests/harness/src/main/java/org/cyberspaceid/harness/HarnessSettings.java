package org.cyberspaceid.harness;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What to start, and where.
 *
 * @param folder for data, secrets and logs; empty: a temporary one, deleted on close
 * @param production whether {@code CYBERSPACE_ID_MODE} stays at its default
 * @param ports by part; 0 picks a free one
 * @param publicBase the address that a TLS proxy in front serves; empty: {@code http://localhost:<port>}
 * @param outbox where the sandbox's SMS sender delivers; empty: no outbox, set a sender by options
 * @param trust the folders of trusted document authorities; empty: folders that exist and are empty
 * @param database one that the caller started and ends; empty: an embedded one
 * @param startFaceWorker false leaves the worker down until {@link FaceWorker#start()}
 * @param buildOptions options of {@code kc.sh build}, without dashes
 * @param options options of {@code kc.sh start}, without dashes
 */
public record HarnessSettings(
        Optional<Path> folder,
        boolean production,
        PartPorts ports,
        Optional<URI> publicBase,
        Optional<Outbox> outbox,
        Optional<Trust> trust,
        Optional<RunningDatabase> database,
        boolean startFaceWorker,
        Map<String, String> buildOptions,
        Map<String, String> options) {

    /** Ports on the loopback interface. */
    public record PartPorts(int keycloak, int management, int postgres, int face) {}

    /** The address that takes messages and the file with the token it expects. */
    public record Outbox(URI url, Path tokenFile) {}

    /** Folders in the form of the document-trust provider. */
    public record Trust(Path csca, Path readerServices, Path crl) {}

    /** Sandbox mode, free ports, temporary folder, with a face worker. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the settings. */
    public static final class Builder {
        private Path folder;
        private boolean production;
        private int keycloak;
        private int management;
        private int postgres;
        private int face;
        private URI publicBase;
        private Outbox outbox;
        private Trust trust;
        private RunningDatabase database;
        private boolean startFaceWorker = true;
        private final Map<String, String> buildOptions = new LinkedHashMap<>();
        private final Map<String, String> options = new LinkedHashMap<>();

        private Builder() {}

        /** Keeps the data there; a second start on the same folder finds it again. */
        public Builder folder(Path value) {
            folder = value;
            return this;
        }

        /** Production mode: every sandbox part refuses to start. */
        public Builder production() {
            production = true;
            return this;
        }

        public Builder keycloakPort(int value) {
            keycloak = value;
            return this;
        }

        public Builder managementPort(int value) {
            management = value;
            return this;
        }

        public Builder postgresPort(int value) {
            postgres = value;
            return this;
        }

        public Builder facePort(int value) {
            face = value;
            return this;
        }

        /** Behind a TLS proxy that sets X-Forwarded headers. */
        public Builder publicBase(URI value) {
            publicBase = value;
            return this;
        }

        public Builder outbox(URI url, Path tokenFile) {
            outbox = new Outbox(url, tokenFile);
            return this;
        }

        public Builder trust(Path csca, Path readerServices, Path crl) {
            trust = new Trust(csca, readerServices, crl);
            return this;
        }

        /** Uses this database in place of an embedded one, and neither stops nor deletes it. */
        public Builder database(RunningDatabase value) {
            database = value;
            return this;
        }

        /** Does not start the worker with the rest. */
        public Builder withoutFaceWorker() {
            startFaceWorker = false;
            return this;
        }

        /** An option of {@code kc.sh build}, without dashes, for example {@code features}. */
        public Builder buildOption(String name, String value) {
            buildOptions.put(name, value);
            return this;
        }

        /** An option of {@code kc.sh start}, without dashes, for example {@code spi-sms-sender--smpp--host}. */
        public Builder option(String name, String value) {
            options.put(name, value);
            return this;
        }

        public HarnessSettings build() {
            return new HarnessSettings(
                    Optional.ofNullable(folder),
                    production,
                    new PartPorts(keycloak, management, postgres, face),
                    Optional.ofNullable(publicBase),
                    Optional.ofNullable(outbox),
                    Optional.ofNullable(trust),
                    Optional.ofNullable(database),
                    startFaceWorker,
                    Map.copyOf(buildOptions),
                    Map.copyOf(options));
        }
    }
}
