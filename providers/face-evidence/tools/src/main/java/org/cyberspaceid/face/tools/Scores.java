package org.cyberspaceid.face.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.cyberspaceid.face.engine.Vectors;

/**
 * Similarities of pairs, and the rates that follow (ISO/IEC 19795-1): at a threshold t, a pair with a similarity of t or more is a
 * match.
 *
 * @param genuine of pairs of one person, ascending
 * @param impostor of pairs of two, ascending
 */
record Scores(double[] genuine, double[] impostor) {

    /** Where the rates of both kinds of error meet. */
    record EqualError(double rate, double threshold) {}

    /** Compares the pairs whose pictures both enrolled. */
    static Scores of(List<PairList.Pair> pairs, Map<String, Reading> readings) {
        List<Double> genuine = new ArrayList<>();
        List<Double> impostor = new ArrayList<>();
        for (PairList.Pair pair : pairs) {
            if (readings.get(pair.a()) instanceof Reading.Enrolled a
                    && readings.get(pair.b()) instanceof Reading.Enrolled b) {
                (pair.same() ? genuine : impostor).add(Vectors.cosine(a.embedding(), b.embedding()));
            }
        }
        return new Scores(sorted(genuine), sorted(impostor));
    }

    /** Impostor pairs that match, as a share. */
    double falseMatchRate(double threshold) {
        return 1 - (double) below(impostor, threshold) / impostor.length;
    }

    /** Genuine pairs that do not match, as a share. */
    double falseNonMatchRate(double threshold) {
        return (double) below(genuine, threshold) / genuine.length;
    }

    /**
     * The lowest threshold at which the false match rate is no higher than this; empty where there are too few impostor pairs to
     * tell: fewer than 1/rate, so that not even one false match would be allowed.
     */
    OptionalDouble thresholdFor(double rate) {
        int allowed = (int) Math.floor(rate * impostor.length + 1e-9);
        if (allowed < 1) {
            return OptionalDouble.empty();
        }
        // Just above the first one that may not match.
        return OptionalDouble.of(
                allowed >= impostor.length ? impostor[0] : Math.nextUp(impostor[impostor.length - 1 - allowed]));
    }

    /** At the similarity where the two rates are nearest; their mean. */
    EqualError equalError() {
        double best = Double.MAX_VALUE;
        EqualError equal = null;
        for (double[] side : List.of(genuine, impostor)) {
            for (double similarity : side) {
                for (double threshold : new double[] {similarity, Math.nextUp(similarity)}) {
                    double falseMatch = falseMatchRate(threshold);
                    double falseNonMatch = falseNonMatchRate(threshold);
                    if (Math.abs(falseMatch - falseNonMatch) < best) {
                        best = Math.abs(falseMatch - falseNonMatch);
                        equal = new EqualError((falseMatch + falseNonMatch) / 2, threshold);
                    }
                }
            }
        }
        return equal;
    }

    private static int below(double[] ascending, double threshold) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double[] sorted(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
