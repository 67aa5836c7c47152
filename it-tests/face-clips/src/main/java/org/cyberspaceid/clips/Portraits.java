package org.cyberspaceid.clips;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Portraits of different people. They are cut from the demo photos of an npm package when this module is built, and are never
 * committed.
 */
public final class Portraits {
    /** Photo and position of each person; the order is part of the contract, so that tests can name the same person twice. */
    static final List<String> IDS = List.of(
            "sample3-1",
            "sample3-2",
            "sample5-2",
            "sample5-3",
            "sample5-5",
            "sample6-3",
            "sample6-4",
            "sample4-4",
            "sample6-2");

    private static final List<Portrait> ALL =
            IDS.stream().map(id -> new Portrait(id, resource(id + ".jpg"))).toList();

    private Portraits() {}

    /** All of them, always in the same order. */
    public static List<Portrait> all() {
        return ALL;
    }

    static byte[] resource(String name) {
        try (InputStream in = Portraits.class.getResourceAsStream("portraits/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " was not built");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
