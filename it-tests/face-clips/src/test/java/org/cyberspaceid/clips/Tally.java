package org.cyberspaceid.clips;

import java.util.Map;
import java.util.TreeMap;
import org.cyberspaceid.face.engine.challenge.Outcome;

/** How many were tried, and how each ended. */
final class Tally {
    private final String what;
    private final Map<String, Integer> ends = new TreeMap<>();

    Tally(String what) {
        this.what = what;
    }

    void add(Outcome outcome) {
        ends.merge(outcome instanceof Outcome.Failed failed ? failed.problem().name() : "PASSED", 1, Integer::sum);
    }

    int tried() {
        return ends.values().stream().mapToInt(Integer::intValue).sum();
    }

    int passed() {
        return ends.getOrDefault("PASSED", 0);
    }

    /** Prints the line that the documentation quotes. */
    Tally print() {
        System.out.printf("%-55s tried %4d, got through %4d %s%n", what, tried(), passed(), ends);
        return this;
    }
}
