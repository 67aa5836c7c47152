package org.cyberspaceid.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustAnchorsTest {
    @TempDir
    Path folder;

    @Test
    void saysWhichFolderIsMissing() {
        Path missing = folder.resolve("nowhere");
        for (List<Path> folders : List.of(
                List.of(missing, folder, folder), List.of(folder, missing, folder), List.of(folder, folder, missing))) {
            assertThatThrownBy(() -> TrustAnchors.load(folders.get(0), folders.get(1), folders.get(2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(missing.toString());
        }
    }

    @Test
    void saysWhichFileIsBroken() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.cer"), "nonsense");
        assertThatThrownBy(() -> TrustAnchors.load(folder, Readings.temporaryFolder(), Readings.temporaryFolder()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(broken.toString());
    }

    @Test
    void takesNoOtherCertificateForAnAuthority() {
        Path services = Readings.AUTHORITY.readerServiceFolder();
        assertThatThrownBy(() -> TrustAnchors.load(services, services, Readings.AUTHORITY.crlFolder()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not the certificate of an authority");
    }

    @Test
    void readsDerAndPem() throws IOException {
        byte[] der = Files.readAllBytes(Readings.AUTHORITY.cscaFolder().resolve("sandbox-csca.cer"));
        String pem = "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
        Files.writeString(folder.resolve("authorities.pem"), pem + pem);
        Files.writeString(folder.resolve("README"), "left alone");
        assertThat(TrustAnchors.load(folder, Readings.AUTHORITY.readerServiceFolder(), Readings.AUTHORITY.crlFolder()))
                .hasToString("TrustAnchors[2 country authorities, 1 revocation lists, 1 reader services]");
    }
}
