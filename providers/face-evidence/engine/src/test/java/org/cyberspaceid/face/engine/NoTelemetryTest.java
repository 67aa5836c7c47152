package org.cyberspaceid.face.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The library that sees faces can call nobody (ADR 5). */
class NoTelemetryTest {
    @Test
    void theNativeLibraryKnowsNoAddressToReportTo() throws Exception {
        try (InputStream library =
                getClass().getResourceAsStream("/ai/onnxruntime/native/linux-x64/libonnxruntime.so")) {
            String content = new String(library.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(content).hasSizeGreaterThan(10_000_000);
            assertThat(content.contains("events.data.microsoft.com")).isFalse();
            assertThat(content.contains("OneCollector")).isFalse();
        }
    }
}
