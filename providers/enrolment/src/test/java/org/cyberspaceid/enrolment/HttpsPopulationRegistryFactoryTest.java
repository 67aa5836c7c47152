package org.cyberspaceid.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.registry.RegistryAnswer;
import org.cyberspaceid.virtual.TlsAuthority;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.Config;

/** What the settings make of the registry. Nobody listens where it is said to be. */
class HttpsPopulationRegistryFactoryTest {
    private static final String PREFIX = HttpsPopulationRegistryFactoryTest.class.getName() + ".";
    private static final String PASSWORD = "a password";
    private static final TlsAuthority AUTHORITY = new TlsAuthority("registry authority", PASSWORD);

    @TempDir
    Path folder;

    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void good() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        settings.put("url", "https://localhost:9");
        settings.put("code", "registry");
        settings.put(
                "key-store-file", AUTHORITY.keyStore(folder, "cyberspace-id").toString());
        settings.put("key-store-password-file", password.toString());
        settings.put("trust-store-file", AUTHORITY.trustStore(folder).toString());
        settings.put("trust-store-password-file", password.toString());
        settings.put("attempts", "1");
        settings.put("connect-timeout", "PT0.5S");
    }

    @Test
    void withoutSettingsThereIsNoneAndNothingIsAsked() {
        settings.clear();
        PopulationRegistryProvider registry = start();
        assertThat(registry.documents()).isEmpty();
        assertThat(registry.registry().confirm(States.card())).isEqualTo(new RegistryAnswer.NotAsked());
    }

    @Test
    void aRegistryThatIsAwayConfirmsNothing() {
        PopulationRegistryProvider registry = start();
        assertThat(registry.documents()).containsExactlyInAnyOrder(DocumentType.values());
        assertThat(registry.registry().confirm(States.card())).isEqualTo(new RegistryAnswer.Unavailable());
    }

    @Test
    void itIsAskedForTheDocumentsThatAreNamedOnly() {
        settings.put("documents", "passport, travel_permit_taiwan");
        PopulationRegistryProvider registry = start();
        assertThat(registry.documents()).isEqualTo(Set.of(DocumentType.PASSPORT, DocumentType.TRAVEL_PERMIT_TAIWAN));
        assertThat(registry.registry().confirm(States.card())).isEqualTo(new RegistryAnswer.NotAsked());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code",
                "key-store-file",
                "key-store-password-file",
                "trust-store-file",
                "trust-store-password-file",
                "url"
            })
    void aRegistrySetUpByHalfStopsTheStart(String missing) {
        settings.remove(missing);
        assertStopped(missing);
    }

    @ParameterizedTest
    @CsvSource({
        "url, http://population.example",
        "documents, driving_licence",
        "attempts, 0",
        "attempts, 6",
        "attempts, many",
        "connect-timeout, 2",
        "answer-timeout, PT0S",
        "answer-timeout, PT11S",
        "answer-timeout, -PT1S",
        "circuit-open-for, PT11M",
        "key-store-password-file, /nowhere",
        "trust-store-file, /nowhere"
    })
    void aSettingThatCannotBeStopsTheStart(String setting, String value) {
        settings.put(setting, value);
        assertStopped(setting.equals("trust-store-file") ? "url" : setting);
    }

    private void assertStopped(String setting) {
        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("spi-population-registry--https--" + setting)
                .hasMessageNotContaining(PASSWORD);
    }

    private PopulationRegistryProvider start() {
        HttpsPopulationRegistryFactory factory = new HttpsPopulationRegistryFactory();
        settings.forEach((name, value) -> System.setProperty(PREFIX + name, value));
        try {
            factory.init(new Config.SystemPropertiesScope(PREFIX));
        } finally {
            settings.keySet().forEach(name -> System.clearProperty(PREFIX + name));
        }
        return factory.create(null);
    }
}
