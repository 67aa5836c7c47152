package org.cyberspaceid.face.tools;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** The detection error trade-off as SVG: false non-matches over false matches, both on logarithmic axes. */
final class DetPlot {
    private static final int SIZE = 480;
    private static final int LEFT = 80;
    private static final int TOP = 50;
    private static final int DECADES = 4;

    private final StringBuilder svg = new StringBuilder();
    private final Scores scores;

    private DetPlot(Scores scores) {
        this.scores = scores;
    }

    /** The whole file. */
    static String of(Scores scores, String title) {
        DetPlot plot = new DetPlot(scores);
        plot.draw(title);
        return plot.svg.toString();
    }

    private void draw(String title) {
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 620\" width=\"600\" height=\"620\""
                + " font-family=\"sans-serif\" font-size=\"13\">%n");
        add("<title>%s</title>%n<rect width=\"600\" height=\"620\" fill=\"white\"/>%n", escaped(title));
        add("<text x=\"%d\" y=\"30\" font-size=\"15\">%s</text>%n", LEFT, escaped(title));
        axes();
        curve();
        Scores.EqualError equal = scores.equalError();
        add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#b00020\"/>%n", x(equal.rate()), y(equal.rate()));
        add(
                "<text x=\"%.1f\" y=\"%.1f\" fill=\"#b00020\">EER %.2f %%</text>%n</svg>%n",
                Math.min(x(equal.rate()) + 8, LEFT + SIZE - 90.0), y(equal.rate()) - 8, 100 * equal.rate());
    }

    private void axes() {
        for (int decade = 0; decade <= DECADES; decade++) {
            double rate = Math.pow(10, -decade);
            String label = decade == 0 ? "1" : "1e-" + decade;
            add("<path d=\"M%.1f %dV%d\" stroke=\"#ccc\"/>%n", x(rate), TOP, TOP + SIZE);
            add("<path d=\"M%d %.1fH%d\" stroke=\"#ccc\"/>%n", LEFT, y(rate), LEFT + SIZE);
            add("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n", x(rate), TOP + SIZE + 20, label);
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n", LEFT - 8, y(rate) + 4, label);
        }
        add("<path d=\"M%d %dL%d %d\" stroke=\"#ccc\" stroke-dasharray=\"4\"/>%n", LEFT, TOP + SIZE, LEFT + SIZE, TOP);
        add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">false match rate (%d impostor pairs)</text>%n",
                LEFT + SIZE / 2, TOP + SIZE + 45, scores.impostor().length);
        add(
                "<text transform=\"translate(22 %d) rotate(-90)\" text-anchor=\"middle\">false non-match rate"
                        + " (%d genuine pairs)</text>%n",
                TOP + SIZE / 2, scores.genuine().length);
    }

    private void curve() {
        add("<path fill=\"none\" stroke=\"#0b57d0\" stroke-width=\"2\" d=\"");
        double[] thresholds = DoubleStream.concat(Arrays.stream(scores.genuine()), Arrays.stream(scores.impostor()))
                .map(Math::nextUp)
                .sorted()
                .distinct()
                .toArray();
        String last = "";
        char command = 'M';
        for (double threshold : thresholds) {
            String point = String.format(
                    Locale.ROOT,
                    "%.1f %.1f",
                    x(scores.falseMatchRate(threshold)),
                    y(scores.falseNonMatchRate(threshold)));
            if (!point.equals(last)) {
                svg.append(command).append(point);
                command = 'L';
                last = point;
            }
        }
        add("\"/>%n");
    }

    private static double x(double rate) {
        return LEFT + SIZE * (1 - decades(rate) / DECADES);
    }

    private static double y(double rate) {
        return TOP + SIZE * decades(rate) / DECADES;
    }

    /** How many decades below one; what is off the plot lies on its edge. */
    private static double decades(double rate) {
        return Math.min(DECADES, -Math.log10(Math.max(rate, 1e-9)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
