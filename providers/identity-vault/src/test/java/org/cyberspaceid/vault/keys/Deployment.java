package org.cyberspaceid.vault.keys;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Each suite with each kind of custody; {@code folder} is one installation. */
public enum Deployment {
    STANDARD_IN_FILES(Suite.STANDARD, false),
    NATIONAL_IN_FILES(Suite.NATIONAL, false),
    STANDARD_IN_HSM(Suite.STANDARD, true),
    NATIONAL_IN_HSM(Suite.NATIONAL, true);

    private static final Map<Path, SoftHsm.Token> TOKENS = new ConcurrentHashMap<>();

    private final Suite suite;
    private final boolean hsm;

    Deployment(Suite suite, boolean hsm) {
        this.suite = suite;
        this.hsm = hsm;
    }

    /** Opens the keys, as a node does when it starts; makes them first where there are none. */
    public Keyring keys(Path folder) {
        return TestKeys.in(TestKeys.keysetFile(folder), custody(folder), suite);
    }

    KeySetup setup(Path folder) {
        return new KeySetup(TestKeys.keysetFile(folder), custody(folder), Clock.systemUTC());
    }

    KeyCustody custody(Path folder) {
        return hsm ? TOKENS.computeIfAbsent(folder, f -> SoftHsm.freshToken()).open() : TestKeys.custody(folder, suite);
    }
}
