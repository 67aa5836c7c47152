package org.cyberspaceid.vault.management;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cyberspaceid.vault.keys.KeyCustody;
import org.cyberspaceid.vault.keys.KeyUseAudit;
import org.cyberspaceid.vault.keys.Pkcs11KeyCustody;
import org.cyberspaceid.vault.keys.Pkcs11Settings;
import org.keycloak.Config;

/** The provider {@value #PROVIDER_ID}: sealing and derivation keys are in an HSM. It makes none: an operator does, also in the sandbox. */
public final class Pkcs11KeyManagementFactory extends KeyManagementFactory {
    public static final String PROVIDER_ID = "pkcs11";

    static final String LIBRARY = "library";
    static final String TOKEN_LABEL = "token-label";
    static final String PIN_FILE = "pin-file";
    static final String DERIVATIONS_PER_SECOND = "derivations-per-second";

    private static final int USUAL_DERIVATIONS = 200;
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private KeyUseAudit audit;

    @Override
    KeyCustody open(Config.Scope config, Path keysetFile) {
        audit = new KeyUseAudit(config.getInt(DERIVATIONS_PER_SECOND, USUAL_DERIVATIONS), LONGEST_WAIT);
        return new Pkcs11KeyCustody(
                new Pkcs11Settings(path(config, LIBRARY), text(config, TOKEN_LABEL), path(config, PIN_FILE)), audit);
    }

    @Override
    public Optional<String> keyUse() {
        return audit.summary();
    }

    @Override
    List<String> settings() {
        return List.of(
                LIBRARY,
                "The HSM vendor's PKCS #11 library.",
                TOKEN_LABEL,
                "The label of the token, which holds nothing else.",
                PIN_FILE,
                "File with the PIN of the token's user. Mode 0600.",
                DERIVATIONS_PER_SECOND,
                "How many times each derivation key may be used in a second, per node (default " + USUAL_DERIVATIONS
                        + ").");
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
