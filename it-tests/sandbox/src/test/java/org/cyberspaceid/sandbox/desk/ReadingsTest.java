package org.cyberspaceid.sandbox.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingsTest {
    @Test
    void knowsALinkOfItsOwnServer() {
        try (Readings readings = new Readings(URI.create("http://localhost:8080"))) {
            assertThat(readings.isHandOff("http://localhost:8080/realms/cyberspace-id/reader/open#aB_-9"))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8081/realms/cyberspace-id/reader/open#a",
                "http://localhost:8080@evil.example/realms/cyberspace-id/reader/open#a",
                "http://evil.example/realms/cyberspace-id/reader/open#a",
                "http://localhost:8080/realms/cyberspace-id/reader/open",
                "http://localhost:8080/realms/cyberspace-id/reader/open?x#a",
                "file:///etc/passwd#a",
                ""
            })
    void followsNoOtherLink(String link) {
        try (Readings readings = new Readings(URI.create("http://localhost:8080"))) {
            assertThat(readings.isHandOff(link)).isFalse();
        }
    }
}
