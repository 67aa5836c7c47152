package org.cyberspaceid.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresProgramsTest {
    private static final List<String> PROGRAMS = List.of("initdb", "postgres", "pg_ctl", "pg_dump", "pg_restore");

    @TempDir
    private Path folder;

    @Test
    void theNewestVersionIsTakenByNumber() throws IOException {
        complete("9.6");
        complete("15");
        complete("8");

        assertThat(find("exit 1").folder()).isEqualTo(versions().resolve("15/bin"));
    }

    @Test
    void aVersionWithoutPgRestoreIsPassedOver() throws IOException {
        complete("15");
        complete("16");
        Files.delete(versions().resolve("16/bin/pg_restore"));

        assertThat(find("exit 1").folder()).isEqualTo(versions().resolve("15/bin"));
    }

    @Test
    void whereThereIsNoneItIsInstalled() throws IOException {
        Path prepared = folder.resolve("prepared");
        complete("15");
        Files.move(versions(), prepared);

        assertThat(find("mv " + prepared + " " + versions()).folder())
                .isEqualTo(versions().resolve("15/bin"));
    }

    @Test
    void anInstallationThatFailsIsShown() {
        assertThatThrownBy(() -> find("echo no network; exit 100"))
                .isInstanceOf(HarnessException.class)
                .hasMessageContaining("install-it ended with code 100")
                .hasMessageContaining("no network");
    }

    @Test
    void anInstallationThatBringsNothingIsAFailureToo() {
        assertThatThrownBy(() -> find("echo all is well"))
                .isInstanceOf(HarnessException.class)
                .hasMessageContaining("pg_dump")
                .hasMessageContaining("install Debian's package postgresql")
                .hasMessageContaining("all is well");
    }

    private PostgresPrograms find(String installer) throws IOException {
        Path script = Files.writeString(folder.resolve("install-it"), installer + "\n");
        return PostgresPrograms.findOrInstall(versions(), script, folder.resolve("log"));
    }

    private Path versions() {
        return folder.resolve("versions");
    }

    private void complete(String version) throws IOException {
        Path bin = Files.createDirectories(versions().resolve(version).resolve("bin"));
        for (String program : PROGRAMS) {
            Files.createFile(
                    bin.resolve(program),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        }
    }
}
