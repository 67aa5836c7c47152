package org.cyberspaceid.face.worker;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Supplier;
import org.cyberspaceid.core.face.FaceService;
import org.cyberspaceid.core.face.FaceService.ChallengeStep;

/** The three calls of the face client. Nothing about an image is kept, logged or told but the verdict. */
@Path("/v1")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class FaceResource {
    private final FaceService faces;
    private final Places places;
    private final FaceMetrics metrics;

    FaceResource(FaceService faces, Places places, FaceMetrics metrics) {
        this.faces = faces;
        this.places = places;
        this.metrics = metrics;
    }

    @POST
    @Path("/portraits")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Wire.TemplateAnswer portrait(byte[] unverifiedPortrait) {
        return told("portrait", work(() -> Wire.TemplateAnswer.of(faces.embedPortrait(unverifiedPortrait))));
    }

    @POST
    @Path("/challenges")
    @Consumes(MediaType.APPLICATION_JSON)
    public Wire.StepAnswer begin(Wire.Reference reference) {
        return told("begin", work(() -> answer(faces.beginChallenge(reference.template()))));
    }

    @POST
    @Path("/frames")
    @Consumes(MediaType.APPLICATION_JSON)
    public Wire.StepAnswer frame(Wire.Frame frame) {
        return told("frame", work(() -> answer(faces.judgeFrame(frame.state(), frame.frame()))));
    }

    /** The engine itself is never away; the attack detection behind it can be. */
    private static Wire.StepAnswer answer(ChallengeStep step) {
        if (step instanceof ChallengeStep.Unavailable away) {
            throw new ServiceUnavailableException(away.retryAfter().toSeconds());
        }
        return Wire.StepAnswer.of(step);
    }

    private Wire.TemplateAnswer told(String call, Wire.TemplateAnswer answer) {
        metrics.verdict(call, answer.outcome(), answer.problem());
        return answer;
    }

    private Wire.StepAnswer told(String call, Wire.StepAnswer answer) {
        metrics.verdict(call, answer.outcome(), answer.problem());
        return answer;
    }

    private <T> T work(Supplier<T> call) {
        try {
            return places.work(call);
        } catch (IllegalArgumentException | NullPointerException e) {
            // Only the client calls here: a state or template that is none of ours, or a missing field.
            throw new BadRequestException();
        }
    }
}
