package org.cyberspaceid.vault.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.BiFunction;
import org.cyberspaceid.vault.keys.FileKeyCustody;
import org.cyberspaceid.vault.keys.KeyCustody;
import org.cyberspaceid.vault.keys.KeySetup;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.Suite;

/** Each suite, and what keeps its keys. */
public enum BenchKeys {
    STANDARD_IN_FILES(Suite.STANDARD, FileKeyCustody::new),
    NATIONAL_IN_FILES(Suite.NATIONAL, FileKeyCustody::new),
    /** SoftHSM: what PKCS #11 costs by itself. A real HSM adds its network and its own speed. */
    STANDARD_IN_HSM(Suite.STANDARD, (folder, suite) -> SoftHsmToken.make(folder));

    private final Suite suite;
    private final BiFunction<Path, Suite, KeyCustody> custody;

    BenchKeys(Suite suite, BiFunction<Path, Suite, KeyCustody> custody) {
        this.suite = suite;
        this.custody = custody;
    }

    /** Makes the keys of a new installation, as an operator does, and opens them. */
    MadeKeys make() throws IOException {
        Path folder = Files.createTempDirectory("bench-keys");
        Path keysets = folder.resolve("keysets.json");
        KeyCustody kept = custody.apply(folder.resolve("keys"), suite);
        new KeySetup(keysets, kept, Clock.systemUTC()).create(suite);
        return new MadeKeys(Keyring.open(keysets, kept), folder);
    }
}
