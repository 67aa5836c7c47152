package org.cyberspaceid.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderPrintTest {
    @TempDir
    Path folder;

    private Path file;
    private String before;

    @BeforeEach
    void putAFile() throws IOException {
        file = Files.writeString(folder.resolve("a.cer"), "one");
        before = print();
    }

    @Test
    void staysAsLongAsNothingChanges() {
        assertThat(print()).isEqualTo(before);
    }

    @Test
    void changesWithANewFile() throws IOException {
        Files.writeString(folder.resolve("b.cer"), "one");
        assertThat(print()).isNotEqualTo(before);
    }

    @Test
    void changesWhenOneIsTakenAway() throws IOException {
        Files.delete(file);
        assertThat(print()).isNotEqualTo(before);
    }

    @Test
    void changesWithTheSize() throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, "three");
        Files.setLastModifiedTime(file, time);
        assertThat(print()).isNotEqualTo(before);
    }

    @Test
    void changesWithTheTime() throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        assertThat(print()).isNotEqualTo(before);
    }

    @Test
    void aFolderThatIsGoneHasAPrintToo() {
        assertThat(FolderPrint.of(List.of(folder, folder.resolve("gone"))))
                .contains("NoSuchFileException")
                .isNotEqualTo(before);
    }

    private String print() {
        return FolderPrint.of(List.of(folder));
    }
}
