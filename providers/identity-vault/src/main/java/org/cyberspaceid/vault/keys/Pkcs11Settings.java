package org.cyberspaceid.vault.keys;

import java.nio.file.Path;

/**
 * Which HSM.
 *
 * @param library the vendor's PKCS #11 library
 * @param tokenLabel the label its token was initialized with; slots may change their numbers, labels stay
 * @param pinFile a file with the PIN of the token's user, for the owner's eyes only
 */
public record Pkcs11Settings(Path library, String tokenLabel, Path pinFile) {
    /** What has a meaning of its own in SunPKCS11's configuration. */
    private static final String NOT_IN_A_PATH = "\"\\$\r\n";

    public Pkcs11Settings {
        library = library.toAbsolutePath();
        if (library.toString().chars().anyMatch(c -> NOT_IN_A_PATH.indexOf(c) >= 0)) {
            throw new KeysUnusableException("The path of the PKCS #11 library has a character that Java cannot take.");
        }
    }
}
