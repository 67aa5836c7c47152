package org.cyberspaceid.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sandbox's desk, as a program uses it. */
final class Desk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "desk-form-boundary";
    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI base;

    Desk(String base) {
        this.base = URI.create(base);
    }

    /** Makes a virtual document; answers its id. */
    String document(byte[] portraitJpeg, String type, String name, String birthDate, String variant) {
        byte[] form =
                form(portraitJpeg, Map.of("type", type, "name", name, "birthDate", birthDate, "variant", variant));
        return send(HttpRequest.newBuilder(base.resolve("/documents"))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(form)))
                .path("id")
                .asText();
    }

    /** Reads the document for the page behind the link; answers the reading (id and code). */
    JsonNode read(String handOff, String documentId) {
        String body = JSON.createObjectNode()
                .put("handOff", handOff)
                .put("documentId", documentId)
                .toString();
        return send(HttpRequest.newBuilder(base.resolve("/readings"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The newest code sent to a number; waits for it up to ten seconds. */
    String smsCode(String e164, int messagesBefore) {
        for (int i = 0; i < 50; i++) {
            JsonNode messages = messages(e164);
            if (messages.size() > messagesBefore) {
                Matcher code = CODE.matcher(messages.get(0).path("text").asText());
                if (code.find()) {
                    return code.group();
                }
            }
            pause();
        }
        throw new AssertionError("no SMS arrived");
    }

    JsonNode messages(String e164) {
        String to = URLEncoder.encode(e164, StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(base.resolve("/sms?to=" + to)).GET());
    }

    /** Somebody with any answers, enrolled by the simulator. */
    JsonNode somebody() {
        return send(HttpRequest.newBuilder(base.resolve("/simulations"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"claims\": {}}")))
                .path("persona");
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(
                    request.header("Accept", "application/json").build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new AssertionError("the desk answered " + answer.statusCode() + ": "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return JSON.readTree(answer.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static byte[] form(byte[] portrait, Map<String, String> fields) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        fields.forEach((name, value) -> part(
                form, "name=\"" + name + "\"", "text/plain; charset=utf-8", value.getBytes(StandardCharsets.UTF_8)));
        part(form, "name=\"portrait\"; filename=\"portrait.jpg\"", "image/jpeg", portrait);
        form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }

    private static void part(ByteArrayOutputStream form, String disposition, String type, byte[] content) {
        form.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: "
                        + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
