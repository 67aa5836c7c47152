package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sealing keys of records, one per period: each person's data key is sealed by one of them. The newest seals; older ones only
 * open, until nothing uses them and they are destroyed.
 */
public final class RecordKeys {
    private final KeyCustody custody;
    private final Map<String, Aead> opened = new ConcurrentHashMap<>();
    private volatile String newest;

    RecordKeys(KeyCustody custody) {
        this.custody = custody;
        look();
    }

    /** The name of the key that seals now. */
    public String newest() {
        return newest;
    }

    /** When a key was made, as its name says. */
    public static Instant madeAt(String name) {
        return KeyName.madeAt(name);
    }

    /**
     * Looks again which keys there are: another node may have made or destroyed one.
     *
     * @return their names, oldest first
     * @throws KeysUnusableException when there is none
     */
    public SortedSet<String> look() {
        SortedSet<String> names = new TreeSet<>(custody.sealingKeys());
        names.removeIf(name -> !name.startsWith(KeyName.RECORD));
        if (names.isEmpty()) {
            throw new KeysUnusableException("There is no sealing key of records (" + KeyName.RECORD
                    + "…). Restore it from its backup; without it no record opens.");
        }
        opened.keySet().retainAll(names);
        newest = names.last();
        return names;
    }

    /** Makes a key that seals from now on. Two that are made in the same second differ. */
    public String makeNext(Instant now) {
        String name = KeyName.fresh(KeyName.RECORD, now);
        custody.createSealingKey(name);
        look();
        return name;
    }

    /** Destroys a key for good. */
    public void destroy(String name) {
        custody.destroySealingKey(name);
        look();
    }

    /** Seals a data key by this record key; see {@link #newest}. */
    public byte[] seal(String name, byte[] dataKey, LengthPrefixed place) {
        try {
            return key(name).encrypt(dataKey, place.bytes());
        } catch (GeneralSecurityException unusable) {
            throw new KeysUnusableException("The sealing key " + name + " cannot be used.", unusable);
        }
    }

    /**
     * Opens a data key.
     *
     * @throws SealBrokenException when it is not what was sealed for this place by this record key, or the key is gone
     * @throws KeysUnusableException when the custody cannot be reached: nothing is known of the value then
     */
    public byte[] open(String name, byte[] sealed, LengthPrefixed place) {
        try {
            return key(name).decrypt(sealed, place.bytes());
        } catch (HsmUnreachableException away) {
            throw new KeysUnusableException("The HSM is not there: " + away.getMessage(), away);
        } catch (GeneralSecurityException broken) {
            throw new SealBrokenException("data-key", broken);
        }
    }

    private Aead key(String name) throws GeneralSecurityException {
        Aead known = opened.get(name);
        if (known == null) {
            if (!name.startsWith(KeyName.RECORD)) {
                throw new GeneralSecurityException("not a record key: " + name);
            }
            known = custody.getAead(custody.uri(name));
            opened.put(name, known);
        }
        return known;
    }
}
