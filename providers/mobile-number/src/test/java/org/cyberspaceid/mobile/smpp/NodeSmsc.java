package org.cyberspaceid.mobile.smpp;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.keycloak.util.JsonSerialization;

/** npm's {@code smpp} server in a process of its own; what it received comes back as JSON. */
final class NodeSmsc implements AutoCloseable {
    private final Process process;
    private final BlockingQueue<JsonNode> said = new LinkedBlockingQueue<>();
    final int port;

    NodeSmsc(String systemId, String password) throws IOException, InterruptedException {
        process = new ProcessBuilder("node", "server.mjs", systemId, password)
                .directory(Path.of("src/test/smpp-server").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread listener = new Thread(this::listen, "smsc");
        listener.setDaemon(true);
        listener.start();
        port = next().get("listening").asInt();
    }

    /** The next thing it said. */
    JsonNode next() throws InterruptedException {
        JsonNode next = said.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("the SMSC said nothing");
        }
        return next;
    }

    boolean isSilent() {
        return said.isEmpty();
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(JsonSerialization.readValue(line, JsonNode.class));
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
