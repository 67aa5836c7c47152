package org.cyberspaceid.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadyLineTest {
    @Test
    void isOneLineOfTheAgreedJson() throws Exception {
        String line = new ReadyLine(
                        "http://localhost:8080/realms/cyberspace-id",
                        List.of(URI.create("http://localhost:8090"), URI.create("http://127.0.0.1:8091")),
                        URI.create("http://localhost:8099"),
                        new ReadyLine.Admin("http://localhost:8080/admin/", "root", "secret"))
                .text();

        assertThat(line).startsWith("READY {").doesNotContain("\n");
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(line.substring("READY ".length()))).isEqualTo(json.readTree("""
                        {"issuer": "http://localhost:8080/realms/cyberspace-id",
                         "isps": ["http://localhost:8090", "http://127.0.0.1:8091"],
                         "desk": "http://localhost:8099",
                         "admin": {"url": "http://localhost:8080/admin/", "user": "root", "password": "secret"}}
                        """));
    }
}
