package org.cyberspaceid.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

/** What can be shown of it without an engine: even the container object asks one for the image. */
class KeycloakInDockerTest {
    private static final Map<String, String> OPTIONS = Map.of(
            "http-host", "127.0.0.1",
            "spi-face-service--http-worker--token-file", "/there/secrets/face_token",
            "spi-document-trust--folder--csca-folder", "/there/trust/csca");

    @TempDir
    private Path folder;

    private final Properties before = (Properties) System.getProperties().clone();

    @BeforeEach
    void clear() {
        System.clearProperty(KeycloakInDocker.WANTED);
        System.clearProperty(ContainerSettings.IMAGE);
    }

    @AfterEach
    void restore() {
        System.setProperties(before);
    }

    @Test
    void theProcessIsWhatRunsUnlessDockerIsAskedFor() {
        assertThat(KeycloakInDocker.isWanted()).isFalse();
        System.setProperty(KeycloakInDocker.WANTED, "true");
        assertThat(KeycloakInDocker.isWanted()).isTrue();
    }

    @Test
    void whereNoEngineAnswersTheMessageSaysWhatToDo() {
        System.setProperty(KeycloakInDocker.WANTED, "true");
        HarnessSettings settings = HarnessSettings.builder().folder(folder).build();
        try (Workplace workplace = Workplace.open(settings)) {
            if (DockerClientFactory.instance().isDockerAvailable()) {
                assertThat(workplace.keycloakHome()).isEmpty();
            } else {
                assertThatThrownBy(workplace::keycloakHome)
                        .isInstanceOf(HarnessException.class)
                        .hasMessageContaining("-Dharness.docker=true")
                        .hasMessageContaining("no Docker engine answers")
                        .hasMessageContaining("DOCKER_HOST");
            }
        }
    }

    @Test
    void itGetsTheOptionsOfTheProcess() {
        assertThat(ContainerSettings.arguments(OPTIONS))
                .containsExactly(
                        "--http-host=127.0.0.1",
                        "--spi-document-trust--folder--csca-folder=/there/trust/csca",
                        "--spi-face-service--http-worker--token-file=/there/secrets/face_token");
    }

    @Test
    void filesAndFoldersAreWhereTheOptionsSayAndReadOnly() {
        List<Bind> binds = ContainerSettings.binds(OPTIONS);

        assertThat(binds).extracting(Bind::getPath).containsExactly("/there/secrets/face_token", "/there/trust/csca");
        assertThat(binds).allSatisfy(bind -> {
            assertThat(bind.getVolume().getPath()).isEqualTo(bind.getPath());
            assertThat(bind.getAccessMode()).isEqualTo(AccessMode.ro);
        });
    }

    @Test
    void itRunsAsTheOwnerOfTheSecretsInTheGroupOfTheImage() throws Exception {
        Object we = Files.getAttribute(new Secrets(folder.resolve("secrets")).file("one"), "unix:uid");

        assertThat(ContainerSettings.user()).isEqualTo(we + ":0");
    }

    @Test
    void theImageIsOfTheDistributionsVersionUnlessNamed() throws Exception {
        String version = Files.readString(Repository.built("it-tests/harness/target/keycloak/version.txt"));
        String image = ContainerSettings.image();
        assertThat(image).startsWith("keycloak/keycloak:");
        assertThat(version).contains(image.substring(image.indexOf(':') + 1));

        System.setProperty(ContainerSettings.IMAGE, "mirror.example/keycloak:1");
        assertThat(ContainerSettings.image()).isEqualTo("mirror.example/keycloak:1");
    }
}
