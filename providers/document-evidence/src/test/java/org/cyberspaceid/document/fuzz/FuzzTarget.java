package org.cyberspaceid.document.fuzz;

import java.util.Map;
import org.cyberspaceid.document.format.MalformedException;

/** What is fuzzed, with what it declares. Implementations are enums, so that another process finds them by name. */
public interface FuzzTarget {

    /** Of the enum constant, and of the folder of its seeds. */
    String name();

    /**
     * Makes what the input stands for, and seals it where the target needs that. None of this is measured.
     *
     * @param input whatever the fuzzer thinks of
     */
    Attempt ready(byte[] input);

    /** Inputs to start from, by name: each genuine file as it is, and each with no edit yet. */
    default Map<String, byte[]> starts() {
        return Seeds.starts(name());
    }

    /** Whether the target declares this exception. */
    default boolean declares(Throwable thrown) {
        return thrown instanceof MalformedException;
    }

    /** One run of the code under test. */
    @FunctionalInterface
    interface Attempt {
        /** Runs. The answer is a label for the count: what came of it. */
        String run() throws Exception;
    }
}
