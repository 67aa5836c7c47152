package org.cyberspaceid.face.tools;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.cyberspaceid.face.engine.QualityGates;
import org.cyberspaceid.face.models.ModelManifest;

/** An evaluation as text. */
final class EvaluationReport {
    private static final double[] FALSE_MATCH_RATES = {1e-2, 1e-3, 1e-4};

    private final PrintWriter out;
    private final Evaluation evaluation;
    private final Scores scores;

    EvaluationReport(PrintWriter out, Evaluation evaluation) {
        this.out = out;
        this.evaluation = evaluation;
        this.scores = evaluation.scores();
    }

    void print(ModelManifest model) {
        counts();
        if (evaluation.hasScores()) {
            errors();
            line("at the model's own thresholds (one picture a side; the live check takes the mean of three frames):");
            atThreshold("match", model.thresholds().match());
            atThreshold("refer", model.thresholds().refer());
        }
        line(
                "ms per image: median %.1f, 95 %% within %.1f (decode, detect, align, embed with mirror image; one"
                        + " thread each)",
                evaluation.millis(0.5), evaluation.millis(0.95));
        failures();
    }

    private void counts() {
        long genuine =
                evaluation.list().pairs().stream().filter(PairList.Pair::same).count();
        int pairs = evaluation.list().pairs().size();
        line(
                "pairs in the list: %d (%d genuine, %d impostor), bad lines: %d",
                pairs, genuine, pairs - genuine, evaluation.list().badLines().size());
        int images = evaluation.readings().size();
        int missing = evaluation.readings(Reading.NoFile.class).size();
        int failed = evaluation.readings(Reading.NotEnrolled.class).size();
        line(
                "images: %d, files missing: %d, failures to enrol: %d (%.2f %%)",
                images, missing, failed, 100.0 * failed / Math.max(1, images - missing));
        Map<String, Integer> reasons = new TreeMap<>();
        evaluation.readings(Reading.NotEnrolled.class).forEach(read -> reasons.merge(read.reason(), 1, Integer::sum));
        reasons.forEach((reason, count) -> line("  %s: %d", reason, count));
        var enrolled = evaluation.readings(Reading.Enrolled.class);
        line(
                "  enrolled with several faces in the picture: %d; with less than %.0f px between the outer eye"
                        + " corners: %d",
                enrolled.stream().filter(read -> read.faces() > 1).count(),
                QualityGates.EYE_DISTANCE,
                enrolled.stream()
                        .filter(read -> read.eyeDistance() < QualityGates.EYE_DISTANCE)
                        .count());
        line(
                "pairs compared: %d genuine, %d impostor (left out: %d for a failure to enrol, %d for a missing file)",
                scores.genuine().length,
                scores.impostor().length,
                evaluation.pairsWith(Reading.NotEnrolled.class),
                evaluation.pairsWith(Reading.NoFile.class));
    }

    private void errors() {
        Scores.EqualError equal = scores.equalError();
        line("EER %.2f %% at %.4f", 100 * equal.rate(), equal.threshold());
        for (double rate : FALSE_MATCH_RATES) {
            OptionalDouble threshold = scores.thresholdFor(rate);
            if (threshold.isEmpty()) {
                line(
                        "FNMR at FMR %s: n/a (needs %.0f impostor pairs, there are %d)",
                        name(rate), 1 / rate, scores.impostor().length);
            } else {
                double misses = scores.falseNonMatchRate(threshold.getAsDouble());
                Interval interval = Interval.of(misses, scores.genuine().length);
                line(
                        "FNMR at FMR %s: %.2f %% (95 %%: %.2f to %.2f %%) at %.4f; %.0f false matches allowed",
                        name(rate),
                        100 * misses,
                        100 * interval.low(),
                        100 * interval.high(),
                        threshold.getAsDouble(),
                        Math.floor(rate * scores.impostor().length + 1e-9));
            }
        }
    }

    private void atThreshold(String name, double threshold) {
        line(
                "  %s (%.4f): FMR %.2f %%, FNMR %.2f %%",
                name, threshold, 100 * scores.falseMatchRate(threshold), 100 * scores.falseNonMatchRate(threshold));
    }

    private void failures() {
        evaluation
                .files(Reading.NotEnrolled.class)
                .forEach(entry -> line(
                        "not enrolled\t%s\t%s", entry.getKey(), ((Reading.NotEnrolled) entry.getValue()).reason()));
        evaluation
                .files(Reading.NoFile.class)
                .forEach(
                        entry -> line("no file\t%s\t%s", entry.getKey(), ((Reading.NoFile) entry.getValue()).reason()));
        evaluation.list().badLines().forEach(bad -> line("bad line\t%s", bad));
    }

    private static String name(double rate) {
        return String.format(Locale.ROOT, "%.0e", rate).replace("e-0", "e-");
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
