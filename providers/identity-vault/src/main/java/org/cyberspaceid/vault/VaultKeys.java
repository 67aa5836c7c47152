package org.cyberspaceid.vault;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.cyberspaceid.vault.keys.FileKeyCustody;
import org.cyberspaceid.vault.keys.KeyCustody;
import org.cyberspaceid.vault.keys.KeyPurpose;
import org.cyberspaceid.vault.keys.KeySetup;
import org.cyberspaceid.vault.keys.KeyUseAudit;
import org.cyberspaceid.vault.keys.KeysUnusableException;
import org.cyberspaceid.vault.keys.Pkcs11KeyCustody;
import org.cyberspaceid.vault.keys.Pkcs11Settings;
import org.cyberspaceid.vault.keys.Suite;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The operator's tool for the identity vault's keys. */
@Command(
        name = "VaultKeys",
        description = {
            "Makes and changes the keys of the identity vault.",
            "",
            "  java -cp '<keycloak>/providers/*:<keycloak>/lib/lib/main/*:<keycloak>/lib/lib/boot/*' org.cyberspaceid.vault.VaultKeys COMMAND …",
            "",
            "Run it as the user Keycloak runs as. Running servers take changes up by themselves. Back up the keyset file and the"
                    + " sealing keys, apart from each other and from the database: without them every record is lost, and with"
                    + " other ones nobody gets their network numbers back.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VaultKeys.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:could not be done, nothing changed", "2:wrong usage"})
public final class VaultKeys {
    private static final int FAILED = 1;

    @Option(
            names = "--keyset-file",
            paramLabel = "FILE",
            required = true,
            scope = ScopeType.INHERIT,
            description = "The file of the keysets, sealed by a root key")
    private Path keysetFile;

    @ArgGroup(multiplicity = "1")
    private CustodyOptions custody;

    @Spec
    private CommandSpec spec;

    /** Where the sealing keys are. */
    static final class CustodyOptions {
        @Option(
                names = "--key-folder",
                paramLabel = "FOLDER",
                description = "The folder of the sealing keys, a file of mode 0600 each")
        private Path keyFolder;

        @ArgGroup(exclusive = false, heading = "Or an HSM by PKCS #11:%n")
        private HsmOptions hsm;

        KeyCustody open(Suite suite) {
            return hsm == null ? new FileKeyCustody(keyFolder, suite) : hsm.open();
        }
    }

    /** Which HSM. */
    static final class HsmOptions {
        private static final int DERIVATIONS_PER_SECOND = 1000;

        @Option(
                names = "--library",
                paramLabel = "FILE",
                required = true,
                description = "The vendor's PKCS #11 library")
        private Path library;

        @Option(names = "--token-label", paramLabel = "LABEL", required = true, description = "The label of its token")
        private String tokenLabel;

        @Option(names = "--pin-file", paramLabel = "FILE", required = true, description = "File with its user's PIN")
        private Path pinFile;

        KeyCustody open() {
            return new Pkcs11KeyCustody(
                    new Pkcs11Settings(library, tokenLabel, pinFile),
                    new KeyUseAudit(DERIVATIONS_PER_SECOND, Duration.ofSeconds(1)));
        }
    }

    @SuppressWarnings("SystemExitOutsideMain")
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new VaultKeys())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(KeyPurpose.class, VaultKeys::purpose)
                .registerConverter(Suite.class, VaultKeys::suite)
                .setExecutionExceptionHandler(VaultKeys::fail)
                .execute(arguments);
    }

    private static int fail(Exception failed, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (failed instanceof FileAlreadyExistsException there) {
            command.getErr().println(there.getMessage() + " exists already and was left alone.");
        } else if (failed instanceof KeysUnusableException || failed instanceof IllegalArgumentException) {
            command.getErr().println(failed.getMessage());
        } else if (failed instanceof IOException) {
            command.getErr().println("Cannot write: " + failed);
        } else {
            throw failed;
        }
        return FAILED;
    }

    @Command(description = "Makes all keys of a new installation. What is there is never replaced.")
    void create(
            @Option(
                            names = "--suite",
                            defaultValue = "standard",
                            paramLabel = "SUITE",
                            description =
                                    "standard (AES-256-GCM, HMAC-SHA-256; the default) or national (SM4-GCM, HMAC-SM3). For good.")
                    Suite suite)
            throws IOException {
        new KeySetup(keysetFile, custody.open(suite), Clock.systemUTC()).create(suite);
        say("Made the keys of suite " + suite.code() + ". Back them up, the keyset file apart from the sealing keys.");
    }

    @Command(description = "Lists what there is: names and ids, no keys.")
    void status() {
        KeySetup.Inventory all = setup().inventory();
        say("suite " + all.suite().code() + ", keyset file sealed by " + all.sealedBy());
        all.sealingKeys().forEach(name -> say("sealing key " + name));
        all.keysets().forEach((purpose, keyset) -> {
            for (int at = 0; at < keyset.size(); at++) {
                say("keyset " + purpose.code() + " key "
                        + Integer.toUnsignedString(keyset.getAt(at).getId())
                        + (keyset.getAt(at).isPrimary() ? " in use" : ""));
            }
        });
    }

    @Command(
            name = "rotate-records",
            description =
                    "Begins a new period of record keys at once: the servers seal all records anew under the new key.")
    void rotateRecords() {
        say("Made " + setup().nextRecordKey());
    }

    @Command(description = "Adds a key to a keyset and uses it from now on; older ones still open what they sealed.")
    void rotate(
            @Parameters(paramLabel = "PURPOSE", description = "device-cookie, queue or password-pepper")
                    KeyPurpose purpose) {
        say("Added key " + Integer.toUnsignedString(setup().addKey(purpose)) + " to " + purpose.code());
    }

    @Command(description = "Takes an older key out of a keyset. Passwords and cookies that only it confirmed are lost.")
    void retire(
            @Parameters(paramLabel = "PURPOSE") KeyPurpose purpose,
            @Parameters(paramLabel = "KEY", description = "its id, see status") String id) {
        setup().removeKey(purpose, Integer.parseUnsignedInt(id));
        say("Took key " + id + " out of " + purpose.code());
    }

    @Command(description = "Seals the keyset file under a new root key. The keys in it stay the same.")
    void rewrap() {
        String old = setup().wrapAnew();
        say("Done. When no backup of the keyset file needs " + old + " any longer: destroy-root " + old);
    }

    @Command(name = "destroy-root", description = "Destroys a root key that the keyset file no longer needs.")
    void destroyRoot(@Parameters(paramLabel = "NAME") String name) {
        setup().destroyRootKey(name);
        say("Destroyed " + name);
    }

    private KeySetup setup() {
        return new KeySetup(keysetFile, custody.open(KeySetup.suiteOf(keysetFile)), Clock.systemUTC());
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    private static KeyPurpose purpose(String code) {
        return KeyPurpose.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Suite suite(String code) {
        return Suite.ofCode(code).orElseThrow(() -> new CommandLine.TypeConversionException("no suite " + code));
    }

    /** Of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"" + VaultKeys.class.getPackage().getImplementationVersion()};
        }
    }
}
