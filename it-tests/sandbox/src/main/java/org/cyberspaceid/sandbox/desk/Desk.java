package org.cyberspaceid.sandbox.desk;

import com.fasterxml.jackson.core.JacksonException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.ServletException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cyberspaceid.sandbox.persona.Persona;
import org.cyberspaceid.sandbox.reader.RefusedException;
import org.cyberspaceid.sandbox.registry.SandboxRegistry;
import org.cyberspaceid.sandbox.simulator.Simulator;
import org.cyberspaceid.virtual.SandboxAuthority;
import org.cyberspaceid.virtual.VirtualDocument;

/**
 * The desk: virtual documents, the virtual reader, the SMS outbox, the population registry, the personas. HTML for people; JSON for programs, as
 * {@code /openapi.json} describes. On the loopback interface only.
 */
public final class Desk implements AutoCloseable {
    private static final int MOST_PORTRAIT_MIB = 4;
    private static final long MOST_OTHER_BYTES = 16 * 1024;

    private final DocumentStore documents;
    private final Outbox outbox;
    private final Readings readings;
    private final SandboxRegistry registry;
    private final Javalin server;
    private volatile List<Persona> personas = List.of();
    private volatile Optional<Simulator> simulator = Optional.empty();

    private Desk(
            int port,
            SandboxAuthority authority,
            DocumentStore documents,
            String outboxToken,
            URI publicBase,
            SandboxRegistry registry) {
        this.documents = documents;
        this.registry = registry;
        this.outbox = new Outbox(outboxToken, Clock.systemUTC());
        this.readings = new Readings(publicBase);
        SameOriginOnly guard = new SameOriginOnly(port);
        this.server = Javalin.create(config -> {
            limits(config);
            config.routes.exception(ServletException.class, (broken, context) -> unreadable(context));
            config.routes.exception(JacksonException.class, (broken, context) -> unreadable(context));
            config.routes.before(context -> refuseOthers(guard, context));
            new DocumentRoutes(authority, documents).add(config.routes);
            new ReadingRoutes(readings, documents).add(config.routes);
            new SmsRoutes(outbox).add(config.routes);
            new RegistryRoutes(registry, documents).add(config.routes);
            new PageRoutes(() -> personas).add(config.routes);
            new SimulatorRoutes(() -> simulator).add(config.routes);
        });
    }

    /**
     * Opens the desk.
     *
     * @param documentFolder where documents are kept
     * @param outboxToken what Keycloak presents with a message
     * @param publicBase Keycloak's address, as on its pages
     * @param registry what Keycloak asks about documents
     */
    public static Desk start(
            int port,
            SandboxAuthority authority,
            Path documentFolder,
            String outboxToken,
            URI publicBase,
            SandboxRegistry registry) {
        Desk desk = new Desk(port, authority, new DocumentStore(documentFolder), outboxToken, publicBase, registry);
        desk.server.start("127.0.0.1", port);
        return desk;
    }

    private static void limits(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = MOST_OTHER_BYTES;
        config.jetty.multipartConfig.maxFileSize(MOST_PORTRAIT_MIB, SizeUnit.MB);
        config.jetty.multipartConfig.maxTotalRequestSize(MOST_PORTRAIT_MIB + 1, SizeUnit.MB);
        config.jetty.multipartConfig.maxInMemoryFileSize(MOST_PORTRAIT_MIB + 1, SizeUnit.MB);
    }

    private static void refuseOthers(SameOriginOnly guard, Context context) {
        boolean changes = context.method() != HandlerType.GET && context.method() != HandlerType.HEAD;
        if (!guard.allows(
                header(context, "Host"), header(context, "Origin"), header(context, "Sec-Fetch-Site"), changes)) {
            Answers.refuse(context, 403, "other_site");
            context.skipRemainingHandlers();
            return;
        }
        Answers.secure(context);
    }

    /** A body beyond the caps, or none that its type promises. */
    private static void unreadable(Context context) {
        Answers.refuse(context, 400, "body_unreadable");
    }

    static Optional<String> header(Context context, String name) {
        return Optional.ofNullable(context.header(name));
    }

    /** The documents that were made. */
    public DocumentStore documents() {
        return documents;
    }

    /** Shows the personas. */
    public void publish(List<Persona> enrolled) {
        personas = List.copyOf(enrolled);
    }

    /** From now on simulations can be had. */
    public void open(Simulator ready) {
        simulator = Optional.of(ready);
    }

    /**
     * Claims a hand-off and reads in the background.
     *
     * @return the code that the reader shows
     * @throws RefusedException when the server refuses the claim
     */
    public String claim(URI link, VirtualDocument document) {
        return readings.begin(link, document).code();
    }

    /** The texts sent to a number, newest first. */
    public List<String> texts(String mobile) {
        return outbox.to(Optional.of(mobile)).stream().map(Outbox.Message::text).toList();
    }

    /** As if the carrier were away meanwhile: messages are refused. */
    public void withOutboxDown(Runnable action) {
        outbox.setDown(true);
        try {
            action.run();
        } finally {
            outbox.setDown(false);
        }
    }

    /** As if the population registry were away meanwhile. */
    public void withRegistryAway(Runnable action) {
        registry.setAway(true);
        try {
            action.run();
        } finally {
            registry.setAway(false);
        }
    }

    @Override
    public void close() {
        readings.close();
        server.stop();
    }
}
