package org.cyberspaceid.mobile.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.junit.jupiter.api.Test;

class SmppSmsSenderTest {
    private static final MobileNumber CITIZEN = new MobileNumber("+8613800138000");
    private static final String TEXT = "【网络身份】登录验证码 012345,5 分钟内有效。切勿告诉任何人。";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Test
    void chineseTextArrivesAsItWasSent() throws Exception {
        try (NodeSmsc smsc = new NodeSmsc("cid", "secret");
                SmppLink link = link(smsc.port, "secret")) {
            assertThat(sender(smsc.port, link).send(CITIZEN, TEXT)).isTrue();
            assertThat(smsc.next().get("bind").asText()).isEqualTo("bind_transceiver");
            JsonNode message = smsc.next();
            assertThat(message.get("text").asText()).isEqualTo(TEXT);
            assertThat(message.get("to").asText()).isEqualTo("8613800138000");
            assertThat(message.get("toTon").asInt()).isEqualTo(1);
            assertThat(message.get("from").asText()).isEqualTo("10690000");
            assertThat(message.get("dataCoding").asInt()).isEqualTo(8);
        }
    }

    @Test
    void aLongTextArrivesWhole() throws Exception {
        String longText = "网络身份".repeat(100);
        try (NodeSmsc smsc = new NodeSmsc("cid", "secret");
                SmppLink link = link(smsc.port, "secret")) {
            assertThat(sender(smsc.port, link).send(CITIZEN, longText)).isTrue();
            smsc.next();
            assertThat(smsc.next().get("text").asText()).isEqualTo(longText);
        }
    }

    @Test
    void manySendersShareOneSession() throws Exception {
        try (NodeSmsc smsc = new NodeSmsc("cid", "secret");
                SmppLink link = link(smsc.port, "secret")) {
            assertThat(sendAtOnce(sender(smsc.port, link), 40)).isEqualTo(40);
            int binds = 0;
            for (int i = 0; i < 41; i++) {
                binds += smsc.next().has("bind") ? 1 : 0;
            }
            assertThat(binds).isEqualTo(1);
            assertThat(smsc.isSilent()).isTrue();
        }
    }

    @Test
    void aLostConnectionIsAnExpectedFailureAndTheNextMessageBindsAgain() throws Exception {
        try (NodeSmsc smsc = new NodeSmsc("cid", "secret");
                SmppLink link = link(smsc.port, "secret")) {
            SmppSmsSender sender = sender(smsc.port, link);
            assertThat(sender.send(new MobileNumber("+8613800100003"), TEXT)).isFalse();
            assertThat(sender.send(CITIZEN, TEXT)).isTrue();
            assertThat(smsc.next().has("bind")).isTrue();
            assertThat(smsc.next().has("bind")).isTrue();
            assertThat(smsc.next().get("text").asText()).isEqualTo(TEXT);
        }
    }

    @Test
    void aRefusedMessageLeavesTheSessionAsItIs() throws Exception {
        try (NodeSmsc smsc = new NodeSmsc("cid", "secret");
                SmppLink link = link(smsc.port, "secret")) {
            SmppSmsSender sender = sender(smsc.port, link);
            assertThat(sender.send(new MobileNumber("+8613800100001"), TEXT)).isFalse();
            assertThat(sender.send(CITIZEN, TEXT)).isTrue();
            assertThat(smsc.next().has("bind")).isTrue();
            assertThat(smsc.next().get("text").asText()).isEqualTo(TEXT);
        }
    }

    @Test
    void anSmscThatDoesNotAnswerIsGivenUpAfterItsTime() throws Exception {
        try (NodeSmsc smsc = new NodeSmsc("cid", "secret");
                SmppLink link = link(smsc.port, "secret")) {
            SmppSmsSender sender = sender(smsc.port, link);
            assertThat(sender.send(new MobileNumber("+8613800100002"), TEXT)).isFalse();
            assertThat(sender.send(CITIZEN, TEXT)).isTrue();
        }
    }

    @Test
    void aWrongPasswordIsAnExpectedFailure() throws Exception {
        try (NodeSmsc smsc = new NodeSmsc("cid", "secret");
                SmppLink link = link(smsc.port, "wrong")) {
            assertThat(sender(smsc.port, link).send(CITIZEN, TEXT)).isFalse();
            assertThat(smsc.next().get("known").asBoolean()).isFalse();
        }
    }

    @Test
    void anSmscThatIsDownIsAskedOnceForManyMessages() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (ServerSocket hangsUp = new ServerSocket(0);
                SmppLink link = link(hangsUp.getLocalPort(), "secret")) {
            Thread line = new Thread(() -> hangUpOnEverybody(hangsUp, asked));
            line.setDaemon(true);
            line.start();
            assertThat(sendAtOnce(sender(hangsUp.getLocalPort(), link), 40)).isZero();
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void noSmscAtAllIsAnExpectedFailure() throws Exception {
        int port = freePort();
        try (SmppLink link = link(port, "secret")) {
            assertThat(sender(port, link).send(CITIZEN, TEXT)).isFalse();
        }
    }

    @Test
    void neitherNumberNorTextNorPasswordReachTheLog() throws Exception {
        StringBuilder log = new StringBuilder();
        Handler handler = listenTo(log);
        try (NodeSmsc smsc = new NodeSmsc("cid", "secret");
                SmppLink link = link(smsc.port, "secret")) {
            SmppSmsSender sender = sender(smsc.port, link);
            sender.send(new MobileNumber("+8613800100001"), TEXT);
            sender.send(new MobileNumber("+8613800100003"), TEXT);
            sender.send(CITIZEN, TEXT);
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
        assertThat(log).contains("refused a message").contains("jsmpp");
        assertThat(log).doesNotContain("138001", "012345", "验证码", "secret");
    }

    private static void hangUpOnEverybody(ServerSocket socket, AtomicInteger asked) {
        try {
            while (true) {
                socket.accept().close();
                asked.incrementAndGet();
            }
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static Handler listenTo(StringBuilder log) {
        Handler handler = new Handler() {
            @Override
            public synchronized void publish(LogRecord entry) {
                log.append(entry.getLoggerName())
                        .append(' ')
                        .append(entry.getMessage())
                        .append(' ');
                Object[] parameters = entry.getParameters();
                log.append(parameters == null ? "" : Arrays.toString(parameters))
                        .append('\n');
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        root.setLevel(Level.FINE);
        handler.setLevel(Level.FINE);
        root.addHandler(handler);
        return handler;
    }

    private static int sendAtOnce(SmppSmsSender sender, int messages) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(messages);
        CountDownLatch start = new CountDownLatch(1);
        AtomicInteger sent = new AtomicInteger();
        for (int i = 0; i < messages; i++) {
            threads.execute(() -> {
                try {
                    start.await();
                    sent.addAndGet(sender.send(CITIZEN, TEXT) ? 1 : 0);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        start.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        return sent.get();
    }

    private static SmppSmsSender sender(int port, SmppLink link) {
        return new SmppSmsSender(settings(port, "secret"), link);
    }

    private static SmppLink link(int port, String password) {
        return new SmppLink(settings(port, password));
    }

    private static SmppSettings settings(int port, String password) {
        return new SmppSettings("127.0.0.1", port, "cid", password, "10690000", PATIENCE);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
