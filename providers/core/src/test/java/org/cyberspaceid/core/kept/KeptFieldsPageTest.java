package org.cyberspaceid.core.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code providers/docs/kept-fields.md} is what {@link KeptFieldsPage} makes of the list; {@code -Dkept.write} writes it anew. */
class KeptFieldsPageTest {
    private static final Path FILE = Path.of("../docs/kept-fields.md");

    @Test
    void theFileSaysWhatTheListSays() throws IOException {
        String page = KeptFieldsPage.text();
        if (System.getProperty("kept.write") != null) {
            Files.writeString(FILE, page);
        }

        assertThat(FILE)
                .as("stale: mvn -pl providers/core test -Dtest=KeptFieldsPageTest -Dkept.write")
                .hasContent(page);
    }
}
