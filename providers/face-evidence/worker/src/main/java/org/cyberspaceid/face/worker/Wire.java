package org.cyberspaceid.face.worker;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import org.cyberspaceid.core.face.FaceService.ChallengeStep;
import org.cyberspaceid.core.face.FaceService.TemplateResult;
import org.cyberspaceid.core.face.FaceTemplate;

/** What goes over the wire to the face client. Bytes are base64; an embedding is 32-bit floats, little-endian. */
public final class Wire {
    private Wire() {}

    public record Reference(String model, byte[] embedding) {
        FaceTemplate template() {
            float[] numbers = new float[embedding.length / Float.BYTES];
            ByteBuffer.wrap(embedding)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(numbers);
            return new FaceTemplate(model, numbers);
        }
    }

    public record Frame(byte[] state, byte[] frame) {}

    private static byte[] bytes(FaceTemplate template) {
        ByteBuffer bytes =
                ByteBuffer.allocate(template.embedding().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(template.embedding());
        return bytes.array();
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TemplateAnswer(String outcome, String model, byte[] embedding, String problem) {
        static TemplateAnswer of(TemplateResult result) {
            if (result instanceof TemplateResult.Made made) {
                FaceTemplate template = made.template();
                return new TemplateAnswer("made", template.model(), bytes(template), null);
            }
            if (result instanceof TemplateResult.Refused refused) {
                return new TemplateAnswer(
                        "refused", null, null, refused.problem().code());
            }
            throw new IllegalStateException("The engine is never away from itself");
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StepAnswer(
            String outcome,
            byte[] state,
            String prompt,
            Integer done,
            Integer of,
            String hint,
            Double similarity,
            String model,
            byte[] embedding,
            String problem) {

        static StepAnswer of(ChallengeStep step) {
            if (step instanceof ChallengeStep.Continue go) {
                return new StepAnswer(
                        "continue",
                        go.state(),
                        name(go.prompt()),
                        go.done(),
                        go.of(),
                        name(go.hint()),
                        null,
                        null,
                        null,
                        null);
            }
            if (step instanceof ChallengeStep.Passed passed) {
                FaceTemplate live = passed.live();
                return new StepAnswer(
                        "passed", null, null, null, null, null, passed.similarity(), live.model(), bytes(live), null);
            }
            if (step instanceof ChallengeStep.Failed failed) {
                String problem = failed.problem().code();
                return new StepAnswer("failed", null, null, null, null, null, null, null, null, problem);
            }
            throw new IllegalStateException("The engine is never away from itself");
        }

        private static String name(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }
    }
}
