package org.cyberspaceid.realm;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.Keycloak;

/** The command: puts the realm in place, and registers ISPs. Exit code 0 when done, 1 when the server refused, 2 for a wrong call. */
public final class ApplyRealm {
    private final PrintStream out;
    private final PrintStream err;

    ApplyRealm(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** See {@code --help}. */
    public static void main(String[] args) {
        System.exit(new ApplyRealm(System.out, System.err).run(args, System.getenv()));
    }

    int run(String[] args, Map<String, String> environment) {
        if (List.of(args).contains("--help")) {
            out.println(Settings.HELP);
            return 0;
        }
        try {
            return apply(Settings.of(args, environment));
        } catch (IllegalArgumentException | IOException wrongCall) {
            err.println("ApplyRealm: " + wrongCall.getMessage());
            err.println("Try --help.");
            return 2;
        }
    }

    private int apply(Settings settings) throws IOException {
        try (Keycloak admin = settings.open()) {
            List<String> changes = RealmApplier.apply(admin, out::println);
            if (changes.isEmpty()) {
                out.println("realm " + RealmApplier.REALM + " is in place, nothing changed");
            }
            for (Path file : settings.ispFiles()) {
                IspClient isp = IspClient.read(file);
                IspClients.register(admin, isp, settings.secretOf(file)).forEach(out::println);
            }
            return 0;
        } catch (WebApplicationException refused) {
            err.println("ApplyRealm: the server refused: " + Refusal.of(refused));
            return 1;
        } catch (ProcessingException unreachable) {
            err.println("ApplyRealm: no answer from " + settings.server() + ": " + unreachable.getMessage());
            return 1;
        }
    }
}
