package org.cyberspaceid.relyingparty.securityevent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushTest {
    private final ScheduledExecutorService deadline = Executors.newSingleThreadScheduledExecutor();
    private final CloseableHttpClient http = HttpClients.createDefault();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private int status;
    private String body;
    private HttpServer isp;

    @BeforeEach
    void openIsp() throws IOException {
        isp = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        isp.createContext("/", this::answer);
        isp.start();
    }

    @AfterEach
    void closeIsp() throws IOException {
        isp.stop(0);
        http.close();
        deadline.shutdown();
    }

    @Test
    void pushesAsRfc8935Says() {
        assertThat(push(202, "")).isEqualTo(new PushAnswer.Accepted());
        assertThat(heard).containsExactly("POST /events application/secevent+jwt application/json a.b.c");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 401, 404, 429, 500, 503})
    void anythingElseIsTriedAgain(int other) {
        assertThat(push(other, "")).isEqualTo(new PushAnswer.Failed("status " + other));
    }

    @Test
    void aRefusalIsBelievedWhenItHasACodeOfTheRfc() {
        assertThat(push(400, "{\"err\":\"invalid_audience\",\"description\":\"not mine\"}"))
                .isEqualTo(new PushAnswer.Refused("invalid_audience"));
        for (String other : List.of("", "no", "{}", "{\"err\":\"user 17 is unknown\"}", "{\"err\":{}}")) {
            assertThat(push(400, other)).as(other).isEqualTo(new PushAnswer.Failed("status 400"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void isNotSentElsewhere(int redirect) {
        assertThat(push(redirect, "")).isEqualTo(new PushAnswer.Failed("status " + redirect));
        assertThat(heard).hasSize(1);
    }

    @Test
    void nobodyThereIsTriedAgain() {
        isp.stop(0);
        assertThat(push(202, "")).isInstanceOf(PushAnswer.Failed.class);
    }

    private PushAnswer push(int answerStatus, String answerBody) {
        status = answerStatus;
        body = answerBody;
        URI endpoint = URI.create("http://127.0.0.1:" + isp.getAddress().getPort() + "/events");
        return new Push(http, deadline).send(endpoint, "a.b.c");
    }

    private void answer(HttpExchange call) throws IOException {
        heard.add(String.join(
                " ",
                call.getRequestMethod(),
                call.getRequestURI().getPath(),
                call.getRequestHeaders().getFirst("Content-Type"),
                call.getRequestHeaders().getFirst("Accept"),
                new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        call.getResponseHeaders().add("Location", "/elsewhere");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
