package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.cyberspaceid.sandbox.Eventually;
import org.cyberspaceid.virtual.CertificateOrder;
import org.cyberspaceid.virtual.TrustFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The trust store of a running server: what it says of itself, and that a change of its folders needs no restart. */
class DocumentTrustFlowTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PREFIX = "cyberspace_id_document_trust_";

    private final World world = World.get();
    private final Path cscas =
            world.sandbox().harness().folder().resolve("authority").resolve("csca");

    @AfterEach
    void leaveTheFolderAsItWas() throws IOException {
        Files.deleteIfExists(cscas.resolve("new.cer"));
        Eventually.holds(SOON, () -> {
            assertThat(health().path("status").asText()).isEqualTo("UP");
            assertThat(Management.metrics(world)).doesNotContain("country=\"XA\"");
        });
    }

    @Test
    void healthAndMetricsTellCountriesExpiryAndRevocationLists() {
        assertThat(health().path("status").asText()).isEqualTo("UP");
        JsonNode data = health().path("data");
        assertThat(data.path("countries").asInt()).isEqualTo(2);
        assertThat(data.path("CN").asText())
                .matches("authorities 1, next expiry 20[0-9-]+T[0-9:]+Z, revocation lists in_date, next update 20.*Z");
        assertThat(Management.metrics(world))
                .contains(PREFIX + "loaded 1.0")
                .contains(PREFIX + "authorities{country=\"CN\"} 1.0")
                .contains(PREFIX + "crl_in_date{country=\"CN\"} 1.0")
                .contains(PREFIX + "next_expiry_seconds{country=\"CN\"} ")
                .contains(PREFIX + "crl_next_update_seconds{country=\"UT\"} ");
    }

    @Test
    void aNewAuthorityCountsWithoutARestartAndItsMissingListIsTold() throws IOException {
        putAuthority();
        Eventually.holds(
                SOON,
                () -> assertThat(Management.metrics(world))
                        .contains(PREFIX + "authorities{country=\"XA\"} 1.0")
                        .contains(PREFIX + "crl_in_date{country=\"XA\"} 0.0"));
        assertThat(health().path("data").path("XA").asText()).contains("revocation lists missing");
    }

    @Test
    void aBrokenFileIsToldAndWhatWasLoadedStaysInUse() throws IOException {
        TrustFiles.write(cscas, "new.cer", "nonsense".getBytes(StandardCharsets.US_ASCII));
        Eventually.holds(SOON, () -> {
            assertThat(health().path("status").asText()).isEqualTo("DOWN");
            assertThat(health().path("data").path("failure").asText()).contains("new.cer");
            assertThat(Management.metrics(world))
                    .contains(PREFIX + "loaded 0.0")
                    .contains(PREFIX + "authorities{country=\"CN\"} 1.0");
        });
        assertThat(Management.answer(world, "/health/ready"))
                .as("not part of readiness")
                .contains("\"status\": \"UP\"");
    }

    private void putAuthority() throws IOException {
        TrustFiles.write(
                cscas,
                "new.cer",
                CertificateOrder.authority("C=XA,CN=CSCA", "P-256")
                        .selfSigned()
                        .certificate()
                        .getEncoded());
    }

    private JsonNode health() {
        return StreamSupport.stream(
                        Answers.json(Management.answer(world, "/health/well"))
                                .path("checks")
                                .spliterator(),
                        false)
                .filter(check -> check.path("name").asText().equals("document-trust"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no check of the document trust"));
    }
}
