package org.cyberspaceid.face.engine;

import java.util.function.Supplier;

/** Runs the stages of a call, so that whoever wants to can measure them. Nothing of a picture comes here but the time it took. */
@FunctionalInterface
public interface Stages {
    /** Measures nothing. */
    Stages UNMEASURED = (stage, work) -> work.run();

    /** Runs the work, once, in this thread. */
    void run(Stage stage, Runnable work);

    /** Runs work that has a result. */
    default <T> T get(Stage stage, Supplier<T> work) {
        Object[] result = new Object[1];
        run(stage, () -> result[0] = work.get());
        @SuppressWarnings("unchecked")
        T value = (T) result[0];
        return value;
    }
}
