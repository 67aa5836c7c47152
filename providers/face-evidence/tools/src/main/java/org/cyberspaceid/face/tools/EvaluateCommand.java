package org.cyberspaceid.face.tools;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cyberspaceid.face.engine.FaceEngine;
import org.cyberspaceid.face.engine.Vectors;
import org.cyberspaceid.face.models.FaceModel;
import org.cyberspaceid.face.models.ModelManifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code face-evaluate}. */
@Command(
        name = "face-evaluate",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = FaceTools.NOT_CARRIED_OUT,
        description = {
            "Measures how well a face model tells people apart, on pictures of yours, and plots it: failures to enrol, EER, false"
                    + " non-matches at false match rates of 1e-2, 1e-3 and 1e-4 with their thresholds, time per image.",
            "Pictures without a usable face are counted, listed, and left out of the rates.",
            ""
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:Measured; every line and file of the list was used (failures to enrol are a result).",
            "1:Measured, but lines of the list were bad or files missing; they are listed.",
            "2:Could not be carried out, or there is no genuine or no impostor pair to compare."
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final int INCOMPLETE = 1;
    private static final int MOST_THREADS = 64;

    @Parameters(
            index = "0",
            paramLabel = "FOLDER",
            description = "Where the pictures are: JPEG, PNG or JPEG 2000 of any size")
    private Path folder;

    @Parameters(
            index = "1",
            paramLabel = "PAIRS",
            description =
                    "UTF-8, a line for each pair: a<TAB>b<TAB>1 for the same person, 0 for two; # begins a comment")
    private Path pairs;

    @Mixin
    private EngineOptions options;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            showDefaultValue = Visibility.ALWAYS,
            description = "Where the DET plot goes, SVG")
    private Path plot = Path.of("face-evaluate.svg");

    @Option(names = "--scores", paramLabel = "FILE", description = "Also write each pair with its similarity")
    private Path scores;

    @Option(names = "--threads", paramLabel = "N", description = "Images at a time; all cores without it")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ToolException(folder + " is no folder");
        }
        PairList list = PairList.read(pairs);
        PrintWriter out = spec.commandLine().getOut();
        FaceModel model = options.model();
        Evaluation evaluation = Evaluation.of(list, readings(model, list.files()));
        out.println(heading(model.manifest()));
        new EvaluationReport(out, evaluation).print(model.manifest());
        out.flush();
        if (scores != null) {
            Files.writeString(scores, scoreLines(evaluation));
        }
        if (!evaluation.hasScores()) {
            throw new ToolException("there is no genuine pair, or no impostor pair, to compare");
        }
        Files.writeString(
                plot, DetPlot.of(evaluation.scores(), model.manifest().model() + " on " + pairs.getFileName()));
        return evaluation.isComplete() ? 0 : INCOMPLETE;
    }

    private Map<String, Reading> readings(FaceModel model, Set<String> files) {
        int bounded = Math.max(1, Math.min(threads, MOST_THREADS));
        try (FaceEngine engine = EngineOptions.engine(model)) {
            Progress progress = new Progress(spec.commandLine().getErr(), files.size());
            PictureReader reader = new PictureReader(engine, options.severalFaces(), options.gates());
            return Album.read(folder, files, reader, bounded, progress::done);
        }
    }

    private String heading(ModelManifest model) {
        return "model: %s (%s), several faces: %s, gates: %s"
                .formatted(
                        model.model(),
                        model.assurance().name().toLowerCase(Locale.ROOT),
                        options.severalFaces().name().toLowerCase(Locale.ROOT),
                        options.gates() ? "on" : "off");
    }

    private static String scoreLines(Evaluation evaluation) {
        StringBuilder lines = new StringBuilder();
        for (PairList.Pair pair : evaluation.list().pairs()) {
            String similarity = evaluation.readings().get(pair.a()) instanceof Reading.Enrolled a
                            && evaluation.readings().get(pair.b()) instanceof Reading.Enrolled b
                    ? String.format(Locale.ROOT, "%.6f", Vectors.cosine(a.embedding(), b.embedding()))
                    : "n/a";
            lines.append(pair.a()).append('\t').append(pair.b()).append('\t');
            lines.append(pair.same() ? 1 : 0).append('\t').append(similarity).append('\n');
        }
        return lines.toString();
    }
}
