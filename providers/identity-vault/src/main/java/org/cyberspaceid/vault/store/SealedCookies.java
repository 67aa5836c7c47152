package org.cyberspaceid.vault.store;

import java.util.Base64;
import java.util.Optional;
import org.cyberspaceid.core.vault.CookieSeal;
import org.cyberspaceid.vault.keys.KeyPurpose;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.LengthPrefixed;
import org.cyberspaceid.vault.keys.SealBrokenException;

/** Cookies of one realm. */
public final class SealedCookies implements CookieSeal {
    /** Longer than any of ours; nothing longer is decoded. */
    private static final int LONGEST = 1024;

    private final Keyring keys;
    private final LengthPrefixed place;

    public SealedCookies(Keyring keys, String realmId) {
        this.keys = keys;
        this.place = LengthPrefixed.of("cyberspace-id/cookie", realmId);
    }

    @Override
    public String seal(byte[] value) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(keys.seal(KeyPurpose.DEVICE_COOKIE, value, place));
    }

    @Override
    public Optional<byte[]> open(String unverified) {
        if (unverified.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(unverified);
            return Optional.of(keys.open(KeyPurpose.DEVICE_COOKIE, sealed, place));
        } catch (IllegalArgumentException | SealBrokenException notOurs) {
            return Optional.empty();
        }
    }
}
