package org.cyberspaceid.face.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import org.cyberspaceid.core.face.FaceService.ChallengeStep;
import org.cyberspaceid.core.face.FaceService.Hint;
import org.cyberspaceid.core.face.FaceService.Prompt;
import org.cyberspaceid.core.face.FaceService.TemplateResult;
import org.cyberspaceid.core.face.FaceTemplate;
import org.cyberspaceid.core.outcome.Problem;

/** Reads the worker's answers. One that makes no sense counts as a worker that is away: no verdict is made up. */
final class AnswerReader {
    private static final Duration BROKEN_RETRY = Duration.ofSeconds(10);

    private AnswerReader() {}

    static TemplateResult template(WorkerAnswer answer) {
        if (answer instanceof WorkerAnswer.Away away) {
            return new TemplateResult.Unavailable(away.retryAfter());
        }
        try {
            return template(((WorkerAnswer.Answered) answer).json());
        } catch (IllegalArgumentException e) {
            return new TemplateResult.Unavailable(BROKEN_RETRY);
        }
    }

    static ChallengeStep step(WorkerAnswer answer) {
        if (answer instanceof WorkerAnswer.Away away) {
            return new ChallengeStep.Unavailable(away.retryAfter());
        }
        try {
            return step(((WorkerAnswer.Answered) answer).json());
        } catch (IllegalArgumentException e) {
            return new ChallengeStep.Unavailable(BROKEN_RETRY);
        }
    }

    private static TemplateResult template(JsonNode json) {
        return switch (text(json, "outcome")) {
            case "made" -> new TemplateResult.Made(faceTemplate(json));
            case "refused" -> new TemplateResult.Refused(problem(json));
            default -> throw new IllegalArgumentException("outcome");
        };
    }

    private static ChallengeStep step(JsonNode json) {
        return switch (text(json, "outcome")) {
            case "continue" ->
                new ChallengeStep.Continue(
                        bytes(json, "state"),
                        Prompt.valueOf(constant(json, "prompt")),
                        number(json, "done").intValue(),
                        number(json, "of").intValue(),
                        Hint.valueOf(constant(json, "hint")));
            case "passed" -> new ChallengeStep.Passed(number(json, "similarity").doubleValue(), faceTemplate(json));
            case "failed" -> new ChallengeStep.Failed(problem(json));
            default -> throw new IllegalArgumentException("outcome");
        };
    }

    private static FaceTemplate faceTemplate(JsonNode json) {
        return new FaceTemplate(text(json, "model"), Embeddings.fromBytes(bytes(json, "embedding")));
    }

    private static Problem problem(JsonNode json) {
        return Problem.ofCode(text(json, "problem")).orElseThrow(() -> new IllegalArgumentException("problem"));
    }

    private static String constant(JsonNode json, String field) {
        return text(json, field).toUpperCase(Locale.ROOT);
    }

    private static byte[] bytes(JsonNode json, String field) {
        return Base64.getDecoder().decode(text(json, field));
    }

    private static String text(JsonNode json, String field) {
        if (!json.path(field).isTextual()) {
            throw new IllegalArgumentException(field);
        }
        return json.path(field).textValue();
    }

    private static Number number(JsonNode json, String field) {
        if (!json.path(field).isNumber()) {
            throw new IllegalArgumentException(field);
        }
        return json.path(field).numberValue();
    }
}
