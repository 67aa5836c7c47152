package org.cyberspaceid.sandbox.persona;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.cyberspaceid.sandbox.citizen.Citizen;
import org.cyberspaceid.sandbox.citizen.HandOff;
import org.cyberspaceid.sandbox.citizen.Inbox;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.cyberspaceid.sandbox.citizen.StrayedException;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.cyberspaceid.sandbox.desk.DocumentStore;
import org.cyberspaceid.virtual.SandboxAuthority;
import org.cyberspaceid.virtual.VirtualDocument;

/** Enrols the personas by the real pages, once; a restart finds them in a file beside the database. */
public final class Personas {
    private static final int AT_A_TIME = 3;

    private final SandboxAuthority authority;
    private final DocumentStore documents;
    private final HandOff reader;
    private final Inbox phone;

    public Personas(SandboxAuthority authority, DocumentStore documents, HandOff reader, Inbox phone) {
        this.authority = authority;
        this.documents = documents;
        this.reader = reader;
        this.phone = phone;
    }

    /**
     * All personas, in the order of the plan; those that are missing are enrolled now.
     *
     * @param kept where they are remembered
     * @param signInButton an ISP's
     * @param tell whose turn it is
     */
    public List<Persona> enrol(Path kept, URI signInButton, Consumer<String> tell) {
        PersonaFile file = new PersonaFile(kept);
        ExecutorService citizens = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<CompletableFuture<Persona>> all = PersonaPlan.ALL.stream()
                    .map(plan -> file.find(plan.id())
                            .map(CompletableFuture::completedFuture)
                            .orElseGet(() -> CompletableFuture.supplyAsync(
                                    () -> {
                                        tell.accept("the enrolment of persona " + plan.id());
                                        return file.keep(enrol(plan, signInButton));
                                    },
                                    citizens)))
                    .toList();
            return all.stream().map(CompletableFuture::join).toList();
        } finally {
            citizens.shutdownNow();
        }
    }

    private PageView walk(PersonaPlan plan, Citizen self, URI signInButton) {
        try {
            return new VirtualCitizen(self, new Browser("zh-Hans"), reader, phone).enrol(signInButton);
        } catch (StrayedException strayed) {
            throw new IllegalStateException("persona " + plan.id() + ": " + strayed.getMessage(), strayed);
        }
    }

    private Persona enrol(PersonaPlan plan, URI signInButton) {
        VirtualDocument document = documents.keep(authority.issue(plan.order()));
        Citizen self = new Citizen(document, plan.face(), plan.mobile(), plan.password());
        PageView end = walk(plan, self, signInButton);
        if (!signInButton.getAuthority().equals(end.address().getAuthority())) {
            throw new IllegalStateException("persona " + plan.id() + " did not come back to the ISP but to " + end);
        }
        return new Persona(
                plan.id(),
                plan.label(),
                plan.name(),
                plan.type().code(),
                document.number(),
                plan.birthDate(),
                plan.mobile(),
                plan.password());
    }
}
