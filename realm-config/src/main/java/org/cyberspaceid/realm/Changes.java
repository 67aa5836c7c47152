package org.cyberspaceid.realm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the applier did, a line each; told as it happens. */
final class Changes {
    private final List<String> lines = new ArrayList<>();
    private final Consumer<String> listener;

    Changes(Consumer<String> listener) {
        this.listener = listener;
    }

    void add(String line) {
        lines.add(line);
        listener.accept(line);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
