package org.cyberspaceid.core.vault;

/** Keyed hashes: equal values give equal bytes, and without the key nothing can be guessed. */
public interface BlindIndex {

    /**
     * The index of a value.
     *
     * @param purpose separates uses; indexes of two purposes never meet, for example {@code sms-limit}
     * @return 32 bytes
     */
    byte[] index(String purpose, String value);
}
