package org.cyberspaceid.harness;

import java.util.LinkedHashMap;
import java.util.Map;

/** Our settings as options of {@code kc.sh}; the rest stands in {@code docker/keycloak/keycloak.conf}. */
record KeycloakOptions(HarnessSettings settings, Workplace workplace) {
    private static final String SENDER = "spi-sms-sender--provider";

    /** Options of {@code kc.sh build}. */
    Map<String, String> build() {
        Map<String, String> options = new LinkedHashMap<>();
        settings.outbox().ifPresent(o -> options.put(SENDER, "sandbox-outbox"));
        options.putAll(settings.buildOptions());
        return options;
    }

    /** Options of {@code kc.sh start}. */
    Map<String, String> start(VaultKeysFiles keys, RunningDatabase postgres, FaceWorker worker) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("db-url", "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres");
        options.put("db-username", "postgres");
        network(options);
        providers(options, keys, worker);
        options.putAll(settings.options());
        return options;
    }

    private void network(Map<String, String> options) {
        options.put("hostname", workplace.publicBase());
        options.put("http-enabled", "true");
        options.put("http-host", "127.0.0.1");
        options.put("http-port", Integer.toString(workplace.ports().keycloak()));
        options.put("http-management-port", Integer.toString(workplace.ports().management()));
        settings.publicBase().ifPresent(proxied -> options.put("proxy-headers", "xforwarded"));
        options.put("cache", "local");
        options.put("log-console-output", "default");
    }

    private void providers(Map<String, String> options, VaultKeysFiles keys, FaceWorker worker) {
        options.put("spi-identity-vault--tink--keyset-file", keys.keyset().toString());
        options.put(
                "spi-identity-vault--tink--key-encryption-key-file",
                keys.keyEncryptionKey().toString());
        options.put("spi-face-service--http-worker--url", worker.url().toString());
        options.put(
                "spi-face-service--http-worker--token-file", worker.tokenFile().toString());
        HarnessSettings.Trust trust = settings.trust().orElseGet(this::noTrust);
        options.put("spi-document-trust--folder--csca-folder", trust.csca().toString());
        options.put(
                "spi-document-trust--folder--reader-service-folder",
                trust.readerServices().toString());
        options.put("spi-document-trust--folder--crl-folder", trust.crl().toString());
        settings.outbox().ifPresent(outbox -> {
            options.put(SENDER, "sandbox-outbox");
            options.put("spi-sms-sender--sandbox-outbox--url", outbox.url().toString());
            options.put(
                    "spi-sms-sender--sandbox-outbox--token-file",
                    outbox.tokenFile().toString());
        });
    }

    private HarnessSettings.Trust noTrust() {
        return new HarnessSettings.Trust(
                Folders.create(workplace.folder().resolve("trust/csca")),
                Folders.create(workplace.folder().resolve("trust/reader-services")),
                Folders.create(workplace.folder().resolve("trust/crl")));
    }
}
