package org.cyberspaceid.realm;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.admin.client.Keycloak;

/** The command: puts the realm in place, and registers ISPs. Exit code 0 when done, 1 when the server refused, 2 for a wrong call. */
public final class ApplyRealm {
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_CALL = 2;

    private final PrintStream out;
    private final PrintStream err;

    ApplyRealm(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** See {@code --help}. */
    public static void main(String[] args) throws InterruptedException {
        System.exit(new ApplyRealm(System.out, System.err).run(args, System.getenv()));
    }

    int run(String[] args, Map<String, String> environment) throws InterruptedException {
        if (List.of(args).contains("--help")) {
            out.println(Settings.HELP);
            return DONE;
        }
        try {
            return apply(Settings.of(args, environment));
        } catch (IllegalArgumentException | IOException wrongCall) {
            return fail(WRONG_CALL, wrongCall.getMessage() + " (try --help)");
        }
    }

    private int apply(Settings settings) throws IOException, InterruptedException {
        ServerProbe probe = new ServerProbe(settings.server());
        probe.await(settings.patience());
        try (Keycloak admin = settings.open()) {
            applyRealm(admin);
            for (Path file : settings.ispFiles()) {
                IspClients.register(admin, IspClient.read(file), settings.secretOf(file))
                        .forEach(out::println);
            }
            return checkIssuer(settings.issuer(), probe);
        } catch (WebApplicationException refused) {
            return fail(REFUSED, "the server refused: " + Refusal.of(refused));
        } catch (ProcessingException unsent) {
            // The admin client wraps a refused sign-in, too.
            return unsent.getCause() instanceof WebApplicationException refused
                    ? fail(REFUSED, "the server refused the administrator: " + Refusal.of(refused))
                    : fail(REFUSED, "no answer from " + settings.server() + ": " + unsent.getMessage());
        }
    }

    private void applyRealm(Keycloak admin) {
        if (RealmApplier.apply(admin, out::println).isEmpty()) {
            out.println("realm " + RealmApplier.REALM + " is in place, nothing changed");
        }
    }

    private int checkIssuer(Optional<String> expected, ServerProbe probe) throws IOException, InterruptedException {
        if (expected.isEmpty()) {
            return DONE;
        }
        String issuer = probe.issuer();
        return issuer.equals(expected.get())
                ? DONE
                : fail(REFUSED, "the issuer is " + issuer + ", not " + expected.get() + ": check Keycloak's hostname");
    }

    private int fail(int code, String message) {
        err.println("ApplyRealm: " + message);
        return code;
    }
}
