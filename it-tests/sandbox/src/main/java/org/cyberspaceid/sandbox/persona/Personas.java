package org.cyberspaceid.sandbox.persona;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The personas that are there from the start: enrolled once; a restart finds them in a file beside the database. */
public final class Personas {
    private static final int AT_A_TIME = 3;

    private final PersonaEnrolment enrolment;

    public Personas(PersonaEnrolment enrolment) {
        this.enrolment = enrolment;
    }

    /**
     * All personas, in the order of the plan; those that are missing are enrolled now.
     *
     * @param kept where they are remembered
     * @param tell whose turn it is
     */
    public List<Persona> enrol(Path kept, Consumer<String> tell) {
        PersonaFile file = new PersonaFile(kept);
        ExecutorService citizens = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<CompletableFuture<Persona>> all = PersonaPlan.ALL.stream()
                    .map(plan -> file.find(plan.id())
                            .map(CompletableFuture::completedFuture)
                            .orElseGet(() -> CompletableFuture.supplyAsync(
                                    () -> {
                                        tell.accept("the enrolment of persona " + plan.id());
                                        return file.keep(enrol(plan));
                                    },
                                    citizens)))
                    .toList();
            return all.stream().map(CompletableFuture::join).toList();
        } finally {
            citizens.shutdownNow();
        }
    }

    private Persona enrol(PersonaPlan plan) {
        return enrolment.enrol(plan.id(), plan.label(), plan.order(), plan.face(), plan.mobile(), plan.password());
    }
}
