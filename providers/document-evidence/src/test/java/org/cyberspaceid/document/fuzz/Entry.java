package org.cyberspaceid.document.fuzz;

import java.nio.file.Path;
import java.util.Collection;

/** What Jazzer calls, in a process of its own. Arguments: enum class, constant, folder for the tally. */
public final class Entry {
    private static final Tally TALLY = new Tally();
    private static final int WARM = 200;

    private static FuzzTarget target;
    private static Path folder;

    private Entry() {}

    /** Called once. Inputs that are known go first, uncounted: the first ones pay for the loading of classes. */
    public static void fuzzerInitialize(String[] arguments) throws ClassNotFoundException {
        target = named(arguments[0], arguments[1]);
        folder = Path.of(arguments[2]);
        Collection<byte[]> known = Seeds.inputs(target).values();
        for (int i = 0; i < WARM; i += known.size()) {
            known.forEach(input -> Probe.run(target, input));
        }
    }

    /** Called for every input. */
    public static void fuzzerTestOneInput(byte[] input) {
        TALLY.add(input, Probe.run(target, input));
    }

    /** Called at the end, also after a finding. */
    public static void fuzzerTearDown() {
        TALLY.write(folder);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static FuzzTarget named(String type, String constant) throws ClassNotFoundException {
        return (FuzzTarget) Enum.valueOf((Class) Class.forName(type), constant);
    }
}
