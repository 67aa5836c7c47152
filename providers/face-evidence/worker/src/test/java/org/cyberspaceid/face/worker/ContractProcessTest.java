package org.cyberspaceid.face.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.clips.TurnRenderer;
import org.cyberspaceid.core.face.FaceService.Hint;
import org.cyberspaceid.core.face.FaceService.Prompt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker answers as the published contract says, whatever the outcome. */
class ContractProcessTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Portrait SOMEONE = Portraits.all().get(1);
    private static final Portrait ANOTHER = Portraits.all().get(5);
    private static final String CHALLENGES = "/v1/challenges";
    private static final String FRAMES = "/v1/frames";
    private static final String PORTRAITS = "/v1/portraits";

    @TempDir
    private Path folder;

    private final Set<String> outcomes = new HashSet<>();
    private Contract contract;
    private WorkerProcess worker;

    @BeforeEach
    void start() throws Exception {
        contract = new Contract();
        worker = new WorkerProcess(folder);
        worker.startReady(WorkerProcess.withToken(folder));
    }

    @AfterEach
    void stop() throws InterruptedException {
        worker.close();
    }

    @Test
    void everyAnswerIsAsTheContractSays() throws Exception {
        JsonNode made = call(PORTRAITS, SOMEONE.jpeg(), WorkerProcess.TOKEN, 200);
        call(PORTRAITS, "no picture, but long enough".getBytes(StandardCharsets.US_ASCII), WorkerProcess.TOKEN, 200);
        JsonNode step = json(CHALLENGES, template(made), 200);
        JsonNode first = step;
        for (int i = 0; i < 40 && "continue".equals(step.path("outcome").asText()); i++) {
            step = json(FRAMES, frame(step, SOMEONE), 200);
        }
        json(FRAMES, frame(first, ANOTHER), 200);
        JsonNode other = first;
        for (int i = 0; i < 5 && "continue".equals(other.path("outcome").asText()); i++) {
            other = json(FRAMES, frame(other, ANOTHER), 200);
        }
        assertThat(outcomes).containsExactlyInAnyOrder("made", "refused", "continue", "passed", "failed");
    }

    @Test
    void refusalsHaveTheStatusOfTheContract() throws Exception {
        JsonNode made = call(PORTRAITS, SOMEONE.jpeg(), WorkerProcess.TOKEN, 200);
        json(CHALLENGES, template(made).put("embedding", "AAAA"), 400);
        json(FRAMES, JSON.createObjectNode().put("state", "AAAA").put("frame", "AAAA"), 400);
        call(PORTRAITS, SOMEONE.jpeg(), "another-token-of-the-same-kind", 401);
    }

    /** Not the caller's mistake: the template was made before the model was replaced. */
    @Test
    void aTemplateOfAnotherModelIsOutdated() throws Exception {
        JsonNode made = call(PORTRAITS, SOMEONE.jpeg(), WorkerProcess.TOKEN, 200);
        JsonNode answer = json(CHALLENGES, template(made).put("model", "another-model"), 200);
        assertThat(answer.path("problem").asText()).isEqualTo("face_template_outdated");
    }

    @Test
    void itNamesEveryPromptAndHint() {
        assertThat(contract.values("/components/schemas/Continue/properties/hint/enum"))
                .isEqualTo(names(Hint.values()));
        assertThat(contract.values("/components/schemas/Continue/properties/prompt/enum"))
                .isEqualTo(names(Prompt.values()));
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static ObjectNode template(JsonNode made) {
        ObjectNode template = JSON.createObjectNode();
        template.set("model", made.get("model"));
        template.set("embedding", made.get("embedding"));
        return template;
    }

    private static ObjectNode frame(JsonNode step, Portrait who) {
        String prompt = step.path("prompt").asText();
        double yaw = "left".equals(prompt) ? 28 : "right".equals(prompt) ? -28 : 0;
        ObjectNode frame = JSON.createObjectNode();
        frame.set("state", step.get("state"));
        return frame.put("frame", Base64.getEncoder().encodeToString(TurnRenderer.frame(who, yaw)));
    }

    private JsonNode json(String path, ObjectNode body, int status) throws Exception {
        assertThat(contract.complaints(path, body.toString())).isEmpty();
        return call(path, JSON.writeValueAsBytes(body), WorkerProcess.TOKEN, status);
    }

    private JsonNode call(String path, byte[] body, String token, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(worker.address().resolve(path))
                .header("Content-Type", PORTRAITS.equals(path) ? "application/octet-stream" : "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(contract.complaints(path, answer.statusCode(), answer.body()))
                .isEmpty();
        JsonNode json = status == 200 ? JSON.readTree(answer.body()) : JSON.createObjectNode();
        if (status == 200) {
            outcomes.add(json.path("outcome").asText());
        }
        return json;
    }
}
