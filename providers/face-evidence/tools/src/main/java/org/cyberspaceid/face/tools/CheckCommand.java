package org.cyberspaceid.face.tools;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cyberspaceid.face.engine.FaceEngine;
import org.cyberspaceid.face.engine.Vectors;
import org.cyberspaceid.face.models.FaceModel;
import org.cyberspaceid.face.models.Similarities;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code face-check}. */
@Command(
        name = "face-check",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = FaceTools.NOT_CARRIED_OUT,
        description = {
            "Prints how similar the faces of two pictures are, and what the model's thresholds say of it.",
            "It compares one picture with one; the live check takes the mean of three frames, and looks for a live person.",
            ""
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:match", "1:no match", "2:Could not be carried out.", "3:refer: a person has to look"})
final class CheckCommand implements Callable<Integer> {
    private static final int NO_MATCH = 1;
    private static final int REFER = 3;

    @Parameters(index = "0", paramLabel = "A", description = "A picture")
    private Path a;

    @Parameters(index = "1", paramLabel = "B", description = "Another")
    private Path b;

    @Mixin
    private EngineOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        FaceModel model = options.model();
        try (FaceEngine engine = EngineOptions.engine(model)) {
            PictureReader reader = new PictureReader(engine, options.severalFaces(), options.gates());
            double similarity = Vectors.cosine(embedding(reader, a), embedding(reader, b));
            return print(similarity, model.manifest().model(), model.manifest().thresholds());
        }
    }

    private int print(double similarity, String model, Similarities thresholds) {
        boolean isMatch = similarity >= thresholds.match();
        boolean isDoubtful = !isMatch && similarity >= thresholds.refer();
        String verdict = isMatch ? "match" : isDoubtful ? "refer" : "no match";
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, "similarity: %.4f", similarity));
        out.println("verdict: " + verdict);
        out.println(String.format(
                Locale.ROOT, "thresholds of %s: match %s, refer %s", model, thresholds.match(), thresholds.refer()));
        return isMatch ? 0 : isDoubtful ? REFER : NO_MATCH;
    }

    private float[] embedding(PictureReader reader, Path file) {
        Reading reading = reader.read(file);
        if (reading instanceof Reading.Enrolled enrolled) {
            if (enrolled.faces() > 1) {
                spec.commandLine().getErr().println(file + " shows " + enrolled.faces() + " faces; one was chosen");
            }
            return enrolled.embedding();
        }
        throw new ToolException(file + ": "
                + (reading instanceof Reading.NotEnrolled failed
                        ? failed.reason()
                        : ((Reading.NoFile) reading).reason()));
    }
}
