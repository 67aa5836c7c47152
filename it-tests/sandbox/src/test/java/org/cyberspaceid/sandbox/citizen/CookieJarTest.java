package org.cyberspaceid.sandbox.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class CookieJarTest {
    private static final URI REALM = URI.create("http://localhost:8080/realms/r/login");

    private final CookieJar jar = new CookieJar();

    @Test
    void sendsSecureCookiesOverTheLoopbackInterfaceAsBrowsersDo() {
        jar.take(REALM, List.of("S=1; Path=/realms/r/; Secure; HttpOnly; SameSite=None"));

        assertThat(jar.header(REALM)).isEqualTo("S=1");
    }

    @Test
    void keepsToPathAndHostButNotToPort() {
        jar.take(REALM, List.of("S=1; Path=/realms/r"));

        assertThat(jar.header(URI.create("http://localhost:9/realms/r/x"))).isEqualTo("S=1");
        assertThat(jar.header(URI.create("http://localhost:8080/realms/other"))).isEmpty();
        assertThat(jar.header(URI.create("http://localhost:8080/realms/rest"))).isEmpty();
        assertThat(jar.header(URI.create("http://127.0.0.1:8080/realms/r"))).isEmpty();
    }

    @Test
    void dropsWhatTheServerExpires() {
        jar.take(REALM, List.of("S=1; Path=/"));
        jar.take(REALM, List.of("S=; Path=/; Max-Age=0"));

        assertThat(jar.header(REALM)).isEmpty();
    }
}
