package org.cyberspaceid.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkplaceTest {
    @TempDir
    private Path folder;

    @Test
    void oneHarnessPerFolder() {
        HarnessSettings settings = HarnessSettings.builder().folder(folder).build();
        try (Workplace first = Workplace.open(settings)) {
            assertThat(first.folder()).isEqualTo(folder.toAbsolutePath());
            assertThatThrownBy(() -> Workplace.open(settings))
                    .isInstanceOf(HarnessException.class)
                    .hasMessageContaining("is in use");
        }
        Workplace.open(settings).close();
    }

    @Test
    void aTemporaryFolderGoesAndANamedOneStays() {
        Path temporary;
        try (Workplace workplace = Workplace.open(HarnessSettings.builder().build())) {
            temporary = workplace.folder();
            assertThat(temporary).isDirectory();
        }
        assertThat(temporary).doesNotExist();

        Workplace.open(HarnessSettings.builder().folder(folder).build()).close();
        assertThat(folder).isDirectory();
    }

    @Test
    void everyPortCanBeChosenAndTheRestIsFree() {
        HarnessSettings settings =
                HarnessSettings.builder().folder(folder).keycloakPort(18_080).build();
        try (Workplace workplace = Workplace.open(settings)) {
            assertThat(workplace.ports().keycloak()).isEqualTo(18_080);
            assertThat(workplace.ports().management()).isPositive();
            assertThat(workplace.localUrl()).isEqualTo("http://localhost:18080");
        }
    }

    @Test
    void theAddressOfAProxyReplacesOurOwn() {
        HarnessSettings settings = HarnessSettings.builder()
                .folder(folder)
                .publicBase(URI.create("https://id.example/"))
                .build();
        try (Workplace workplace = Workplace.open(settings)) {
            assertThat(workplace.publicBase()).isEqualTo("https://id.example");
        }
    }

    @Test
    void aTakenPortIsNamedWithItsSetting() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.requireFree(taken.getLocalPort(), "-Dport.desk"))
                    .isInstanceOf(HarnessException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()))
                    .hasMessageContaining("-Dport.desk");
        }
    }

    @Test
    void secretsAreOursAloneAndStay() throws IOException {
        Secrets secrets = new Secrets(folder.resolve("secrets"));
        String value = secrets.value("face_token");

        assertThat(value).matches("[0-9a-f]{48}");
        assertThat(new Secrets(folder.resolve("secrets")).value("face_token")).isEqualTo(value);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.file("face_token"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aChangedFileChangesTheFingerprint() throws IOException {
        Path jar = Files.writeString(folder.resolve("a.jar"), "one");
        String before = new Fingerprint().text(jar).words("x").hex();
        assertThat(new Fingerprint().text(jar).words("x").hex()).isEqualTo(before);

        Files.writeString(jar, "two");
        assertThat(new Fingerprint().text(jar).words("x").hex()).isNotEqualTo(before);
        assertThat(new Fingerprint().words("ab", "c").hex())
                .isNotEqualTo(new Fingerprint().words("a", "bc").hex());
    }
}
