package org.cyberspaceid.face.worker;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Supplier;
import org.cyberspaceid.core.face.FaceService;

/** The three calls of the face client. Nothing about an image is kept, logged or told but the verdict. */
@Path("/v1")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class FaceResource {
    private final FaceService faces;
    private final Places places;

    FaceResource(FaceService faces, Places places) {
        this.faces = faces;
        this.places = places;
    }

    @POST
    @Path("/portraits")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Wire.TemplateAnswer portrait(byte[] unverifiedPortrait) {
        return work(() -> Wire.TemplateAnswer.of(faces.embedPortrait(unverifiedPortrait)));
    }

    @POST
    @Path("/challenges")
    @Consumes(MediaType.APPLICATION_JSON)
    public Wire.StepAnswer begin(Wire.Reference reference) {
        return work(() -> Wire.StepAnswer.of(faces.beginChallenge(reference.template())));
    }

    @POST
    @Path("/frames")
    @Consumes(MediaType.APPLICATION_JSON)
    public Wire.StepAnswer frame(Wire.Frame frame) {
        return work(() -> Wire.StepAnswer.of(faces.judgeFrame(frame.state(), frame.frame())));
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
