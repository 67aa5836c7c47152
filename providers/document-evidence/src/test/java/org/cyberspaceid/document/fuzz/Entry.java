package org.cyberspaceid.document.fuzz;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What Jazzer calls, in a process of its own. Arguments: folder for the tallies, how many inputs are known, then the targets. An input's first byte picks the target. */
public final class Entry {
    private static List<FuzzTarget> targets;
    private static List<Tally> tallies;
    private static Path folder;
    private static long known;
    private static long inputs;
    private static long started;

    private Entry() {}

    /** Called once. */
    public static void fuzzerInitialize(String[] arguments) {
        folder = Path.of(arguments[0]);
        known = Long.parseLong(arguments[1]);
        targets = Arrays.stream(arguments).skip(2).map(Entry::named).toList();
        tallies = Stream.generate(Tally::new).limit(targets.size()).toList();
    }

    /** Called for every input. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        Tally tally = tallies.get(which(input, targets.size()));
        FuzzTarget target = targets.get(which(input, targets.size()));
        byte[] own = Arrays.copyOfRange(input, 1, input.length);
        if (inputs++ <= known) { // those go first, and pay for the loading of classes
            tally.add(own, Probe.run(target, own), 0);
            started = System.nanoTime();
            return;
        }
        long before = System.nanoTime();
        if (!tally.isAboveItsShare(before - started, targets.size())) {
            Probe.Result result = Probe.run(target, own);
            tally.add(own, result, System.nanoTime() - before);
        }
    }

    /** Called at the end, also after a finding. */
    public static void fuzzerTearDown() {
        for (int i = 0; i < targets.size(); i++) {
            tallies.get(i).write(folder, targets.get(i));
        }
    }

    static int which(byte[] input, int targets) {
        return (input[0] & 0xFF) % targets;
    }

    /** As another process says it: {@link #named}. */
    static String name(FuzzTarget target) {
        return ((Enum<?>) target).getDeclaringClass().getName() + "/" + target.name();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static FuzzTarget named(String name) {
        String[] parts = name.split("/");
        try {
            return (FuzzTarget) Enum.valueOf((Class) Class.forName(parts[0]), parts[1]);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
