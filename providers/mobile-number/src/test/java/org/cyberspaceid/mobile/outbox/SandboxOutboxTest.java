package org.cyberspaceid.mobile.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.Config;
import org.keycloak.util.JsonSerialization;

class SandboxOutboxTest {
    private static final String SELECTED = "keycloak.sms-sender.provider";
    private final AtomicReference<String> authorization = new AtomicReference<>();
    private final AtomicReference<JsonNode> received = new AtomicReference<>();
    private HttpServer desk;

    @BeforeEach
    void startDesk() throws IOException {
        desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        desk.createContext("/sms", exchange -> {
            authorization.set(exchange.getRequestHeaders().getFirst("Authorization"));
            received.set(JsonSerialization.readValue(exchange.getRequestBody(), JsonNode.class));
            exchange.sendResponseHeaders(202, -1);
        });
        desk.createContext("/refuses", exchange -> exchange.sendResponseHeaders(403, -1));
        desk.start();
    }

    @AfterEach
    void stopDesk() {
        desk.stop(0);
        System.clearProperty(SELECTED);
    }

    @Test
    void postsNumberAndTextWithItsToken() {
        assertThat(outbox("/sms").send(new MobileNumber("+8613800138000"), "验证码 012345"))
                .isTrue();
        assertThat(authorization.get()).isEqualTo("Bearer t0ken");
        assertThat(received.get().get("to").asText()).isEqualTo("+8613800138000");
        assertThat(received.get().get("text").asText()).isEqualTo("验证码 012345");
    }

    @Test
    void aDeskThatRefusesOrIsAwayIsAnExpectedFailure() {
        assertThat(outbox("/refuses").send(new MobileNumber("+8613800138000"), "x"))
                .isFalse();
        SandboxOutbox outbox = outbox("/sms");
        desk.stop(0);
        assertThat(outbox.send(new MobileNumber("+8613800138000"), "x")).isFalse();
    }

    @Test
    void doesNotStartInProductionWhenItIsSelected() {
        System.setProperty(SELECTED, SandboxOutboxProviderFactory.PROVIDER_ID);
        assertThatThrownBy(() -> new SandboxOutboxProviderFactory().init(Config.scope("sms-sender", "sandbox-outbox")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sandbox-outbox is a sandbox part");
    }

    @Test
    void doesNoHarmInProductionWhenItIsMerelyThere() {
        SandboxOutboxProviderFactory factory = new SandboxOutboxProviderFactory();
        assertThatCode(() -> factory.init(Config.scope("sms-sender", "sandbox-outbox")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> factory.create(null)).isInstanceOf(IllegalStateException.class);
    }

    private SandboxOutbox outbox(String path) {
        return new SandboxOutbox(
                URI.create("http://127.0.0.1:" + desk.getAddress().getPort() + path), "t0ken");
    }
}
