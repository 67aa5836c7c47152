package org.cyberspaceid.vault;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.vault.keys.KeyFiles;

/** The operator's tool: makes the keys of a new installation. */
public final class VaultKeys {
    static final String HELP = """
            Makes the keys of the identity vault for a new installation.

            Usage: java -cp '<keycloak>/providers/*:<keycloak>/lib/lib/main/*' org.cyberspaceid.vault.VaultKeys \\
                     create --keyset FILE --kek FILE

              --keyset FILE   new file for the keysets, sealed by the key-encryption key
              --kek FILE      new file for the key-encryption key, in the clear
              --help          this text

            Both files get mode 0600 and an existing file is never replaced. Run it as the user Keycloak runs as.
            Back up both, apart from each other and from the database: without them every record is lost, and with
            other ones nobody gets their network numbers back.
            """;

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private VaultKeys() {}

    @SuppressWarnings("SystemExitOutsideMain")
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help")) {
            out.print(HELP);
            return OK;
        }
        if (arguments.size() != 5 || !arguments.get(0).equals("create")) {
            return wrongUsage(err);
        }
        Map<String, String> files = arguments.get(1).equals(arguments.get(3))
                ? Map.of()
                : Map.of(arguments.get(1), arguments.get(2), arguments.get(3), arguments.get(4));
        return files.containsKey("--keyset") && files.containsKey("--kek")
                ? create(files.get("--keyset"), files.get("--kek"), out, err)
                : wrongUsage(err);
    }

    private static int create(String keysets, String keyEncryptionKey, PrintStream out, PrintStream err) {
        try {
            new KeyFiles(Path.of(keysets), Path.of(keyEncryptionKey)).create();
            out.println("Made " + keysets + " and " + keyEncryptionKey + ". Back them up apart from each other.");
            return OK;
        } catch (FileAlreadyExistsException there) {
            err.println(there.getMessage() + " exists already and was left alone.");
            return FAILED;
        } catch (IOException | InvalidPathException unwritable) {
            err.println("Cannot write: " + unwritable);
            return FAILED;
        }
    }

    private static int wrongUsage(PrintStream err) {
        err.print(HELP);
        return WRONG_USAGE;
    }
}
