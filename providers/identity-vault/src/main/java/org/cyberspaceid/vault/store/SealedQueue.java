package org.cyberspaceid.vault.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.cyberspaceid.core.vault.QueueSeal;
import org.cyberspaceid.vault.keys.KeyPurpose;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.LengthPrefixed;
import org.cyberspaceid.vault.keys.SealBrokenException;

/** Messages of one realm, filled up with blanks. */
public final class SealedQueue implements QueueSeal {
    private final Keyring keys;
    private final String realmId;

    public SealedQueue(Keyring keys, String realmId) {
        this.keys = keys;
        this.realmId = realmId;
    }

    @Override
    public byte[] seal(byte[] rowId, String message) {
        byte[] plain = message.getBytes(StandardCharsets.UTF_8);
        if (plain.length > LONGEST) {
            throw new IllegalArgumentException("a message has at most " + LONGEST + " bytes");
        }
        byte[] filled = Arrays.copyOf(plain, LONGEST);
        Arrays.fill(filled, plain.length, LONGEST, (byte) ' ');
        return keys.seal(KeyPurpose.QUEUE, filled, place(rowId));
    }

    @Override
    public Optional<String> open(byte[] rowId, byte[] unverified) {
        try {
            byte[] filled = keys.open(KeyPurpose.QUEUE, unverified, place(rowId));
            return Optional.of(new String(filled, StandardCharsets.UTF_8).stripTrailing());
        } catch (SealBrokenException notOurs) {
            return Optional.empty();
        }
    }

    private LengthPrefixed place(byte[] rowId) {
        return LengthPrefixed.of("cyberspace-id/queue", realmId).and(rowId);
    }
}
