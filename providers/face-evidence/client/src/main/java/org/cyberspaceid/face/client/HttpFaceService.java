package org.cyberspaceid.face.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.cyberspaceid.core.face.FaceService;
import org.cyberspaceid.core.face.FaceTemplate;
import org.cyberspaceid.core.outcome.Problem;

/**
 * The face worker over HTTP. Safe for use by many threads; one instance per server, because the circuit breaker and the bound
 * on concurrent calls live in it. Images are only passed on: they are neither kept nor logged.
 */
public final class HttpFaceService implements FaceService {
    /** The largest portrait passed on, in bytes; chips hold some 20 kB. */
    public static final int MAX_PORTRAIT_BYTES = 2 * 1024 * 1024;

    /** The largest camera frame passed on, in bytes. */
    public static final int MAX_FRAME_BYTES = 512 * 1024;

    private static final String PORTRAITS = "/v1/portraits";
    private static final String CHALLENGES = "/v1/challenges";
    private static final String FRAMES = "/v1/frames";

    private final WorkerConnection worker;

    /**
     * A service with {@link WorkerLimits#DEFAULT}.
     *
     * @param worker the worker's base address, for example {@code http://127.0.0.1:8085}
     * @param token the secret shared with the worker
     */
    public HttpFaceService(URI worker, String token) {
        this(worker, token, WorkerLimits.DEFAULT);
    }

    /** A service with limits of the deployer's choice. */
    public HttpFaceService(URI worker, String token, WorkerLimits limits) {
        this.worker = new WorkerConnection(worker, token, limits);
    }

    @Override
    public TemplateResult embedPortrait(byte[] portrait) {
        if (portrait.length == 0 || portrait.length > MAX_PORTRAIT_BYTES) {
            return new TemplateResult.Refused(Problem.PORTRAIT_UNUSABLE);
        }
        return AnswerReader.template(worker.post(PORTRAITS, "application/octet-stream", portrait));
    }

    @Override
    public ChallengeStep beginChallenge(FaceTemplate reference) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", reference.model());
        body.put("embedding", base64(Embeddings.toBytes(reference.embedding())));
        return AnswerReader.step(postJson(CHALLENGES, body));
    }

    @Override
    public ChallengeStep judgeFrame(byte[] state, byte[] frame) {
        if (frame.length == 0 || frame.length > MAX_FRAME_BYTES) {
            return new ChallengeStep.Failed(Problem.FACE_IMAGE_UNUSABLE);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("state", base64(state));
        body.put("frame", base64(frame));
        return AnswerReader.step(postJson(FRAMES, body));
    }

    private WorkerAnswer postJson(String path, ObjectNode body) {
        return worker.post(path, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
