package org.cyberspaceid.realm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplyRealmTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ApplyRealm command =
            new ApplyRealm(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));

    @Test
    void explainsItself() throws InterruptedException {
        assertThat(command.run(new String[] {"--help"}, Map.of())).isZero();
        assertThat(out.toString(UTF_8)).contains("--server URL", "KEYCLOAK_ADMIN_PASSWORD_FILE");
    }

    @Test
    void refusesACallItCannotRead() throws InterruptedException {
        assertThat(command.run(new String[] {}, Map.of())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("needs --server or KEYCLOAK_URL");
        assertThat(command.run(new String[] {"--sever", "x"}, Map.of())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("unknown option --sever");
        assertThat(command.run(new String[] {"--server"}, Map.of())).isEqualTo(2);
        assertThat(command.run(new String[] {"--isp-secret-file", "x"}, Map.of()))
                .isEqualTo(2);
    }

    @Test
    void takesAPasswordFromTheEnvironmentOrAFileOnly() throws InterruptedException {
        String[] server = {"--server", "http://127.0.0.1:1", "--user", "admin"};
        assertThat(command.run(server, Map.of())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("needs --password-file or KEYCLOAK_ADMIN_PASSWORD");
        assertThat(command.run(new String[] {"--server", "http://127.0.0.1:1", "--password", "x"}, Map.of()))
                .isEqualTo(2);
    }

    @Test
    void saysThatTheServerDoesNotAnswer() throws InterruptedException, IOException {
        String closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = "http://127.0.0.1:" + socket.getLocalPort();
        }
        assertThat(command.run(
                        new String[] {},
                        Map.of(
                                "KEYCLOAK_URL", closed,
                                "KEYCLOAK_ADMIN_USER", "admin",
                                "KEYCLOAK_ADMIN_PASSWORD", "wrong")))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("no answer from " + closed);
    }
}
