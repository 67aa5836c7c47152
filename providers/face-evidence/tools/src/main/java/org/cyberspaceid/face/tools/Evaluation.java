package org.cyberspaceid.face.tools;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A list of pairs, what came of its pictures, and the scores of the pairs whose pictures both enrolled. */
record Evaluation(PairList list, Map<String, Reading> readings, Scores scores) {

    static Evaluation of(PairList list, Map<String, Reading> readings) {
        return new Evaluation(list, readings, Scores.of(list.pairs(), readings));
    }

    <R extends Reading> List<R> readings(Class<R> kind) {
        return readings.values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The files with a reading of this kind. */
    Stream<Map.Entry<String, Reading>> files(Class<? extends Reading> kind) {
        return readings.entrySet().stream().filter(entry -> kind.isInstance(entry.getValue()));
    }

    /** Pairs in which a picture has a reading of this kind. */
    long pairsWith(Class<? extends Reading> kind) {
        return list.pairs().stream()
                .filter(pair -> kind.isInstance(readings.get(pair.a())) || kind.isInstance(readings.get(pair.b())))
                .count();
    }

    /** The time of a picture that this share of all do not exceed, milliseconds. */
    double millis(double share) {
        double[] sorted = readings(Reading.Enrolled.class).stream()
                .mapToDouble(Reading.Enrolled::millis)
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    /** Whether every line and file could be used. */
    boolean isComplete() {
        return list.badLines().isEmpty() && readings(Reading.NoFile.class).isEmpty();
    }

    /** Whether there is a pair of each kind to compare. */
    boolean hasScores() {
        return scores.genuine().length > 0 && scores.impostor().length > 0;
    }
}
