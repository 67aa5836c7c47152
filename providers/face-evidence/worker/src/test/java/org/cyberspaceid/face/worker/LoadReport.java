package org.cyberspaceid.face.worker;

import java.time.Duration;
import java.util.List;

/**
 * What came of a sustained load.
 *
 * @param passed challenges played to their end, and passed
 * @param turnedAway calls answered 503
 * @param late challenges that a step's time ended, after many 503
 * @param lost callers that got no answer that can be read
 * @param mixedUp answers that were not the one to the picture sent
 * @param resident MiB, one a second
 */
record LoadReport(
        Duration time,
        long portraits,
        long frames,
        long passed,
        long turnedAway,
        long late,
        long lost,
        long mixedUp,
        List<Double> resident) {

    double mostResident() {
        return resident.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** MiB a minute, by least squares over the second half, when all that is set up at first use is set up. */
    double slope() {
        List<Double> late = resident.subList(resident.size() / 2, resident.size());
        double middle = (late.size() - 1) / 2.0;
        double mean = late.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double above = 0;
        double below = 0;
        for (int second = 0; second < late.size(); second++) {
            above += (second - middle) * (late.get(second) - mean);
            below += (second - middle) * (second - middle);
        }
        return below == 0 ? 0 : 60 * above / below;
    }

    /** Median of a tenth of the samples, counted from 0, MiB. */
    double tenth(int number) {
        int size = resident.size();
        List<Double> part =
                resident.subList(size * number / 10, Math.max(size * number / 10 + 1, size * (number + 1) / 10));
        return part.stream().sorted().skip(part.size() / 2).findFirst().orElse(0.0);
    }

    @Override
    public String toString() {
        return String.format(
                "%s: %d portraits, %d frames, %d challenges passed, %.1f answers/s; turned away %d, late %d, lost %d, mixed up %d;"
                        + " resident MiB most %.0f, tenths %.0f %.0f %.0f %.0f %.0f, slope of the second half %+.2f a minute",
                time,
                portraits,
                frames,
                passed,
                (portraits + frames) / (double) time.toSeconds(),
                turnedAway,
                late,
                lost,
                mixedUp,
                mostResident(),
                tenth(0),
                tenth(2),
                tenth(4),
                tenth(7),
                tenth(9),
                slope());
    }
}
