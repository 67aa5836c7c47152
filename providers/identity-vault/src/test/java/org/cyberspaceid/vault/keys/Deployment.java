package org.cyberspaceid.vault.keys;

import java.nio.file.Path;
import java.time.Clock;

/** Each suite with each kind of custody; {@code folder} is one installation. */
public enum Deployment {
    STANDARD_IN_FILES(Suite.STANDARD),
    NATIONAL_IN_FILES(Suite.NATIONAL);

    private final Suite suite;

    Deployment(Suite suite) {
        this.suite = suite;
    }

    /** Opens the keys, as a node does when it starts; makes them first where there are none. */
    public Keyring keys(Path folder) {
        return TestKeys.in(TestKeys.keysetFile(folder), custody(folder), suite);
    }

    KeySetup setup(Path folder) {
        return new KeySetup(TestKeys.keysetFile(folder), custody(folder), Clock.systemUTC());
    }

    KeyCustody custody(Path folder) {
        return TestKeys.custody(folder, suite);
    }
}
