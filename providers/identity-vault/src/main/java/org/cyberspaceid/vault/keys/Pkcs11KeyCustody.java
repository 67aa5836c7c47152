package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.Prf;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Keys in an HSM, by PKCS #11 and the JDK's SunPKCS11. They are made in the token, are used in the token and cannot be read out, not
 * even with the PIN. All nodes share the token; it must hold no two secret keys of the same label, so give it to nobody else.
 *
 * <p>The login is the process's, not this object's (PKCS #11 v2.40, C_Login): where one custody has logged in, another in the same
 * process on the same token needs no right PIN.
 */
public final class Pkcs11KeyCustody implements KeyCustody {
    private static final String SEALING = "cid-seal-";
    private static final String DERIVATION = "cid-derive-";
    private static final String URI = "pkcs11:object=";

    private final Pkcs11Token token;
    private final KeyUseAudit audit;

    /**
     * Logs in.
     *
     * @param audit counts and limits the derivations
     * @throws KeysUnusableException with a message for the operator
     */
    public Pkcs11KeyCustody(Pkcs11Settings settings, KeyUseAudit audit) {
        this.token = new Pkcs11Token(settings, System::nanoTime);
        this.audit = audit;
    }

    @Override
    public SortedSet<String> sealingKeys() {
        return asking(() -> token.use(Pkcs11Connection::labels)).stream()
                .filter(label -> label.startsWith(SEALING))
                .map(label -> label.substring(SEALING.length()))
                .filter(name -> name.matches(NAME))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void createSealingKey(String name) {
        create(label(name), Pkcs11KeyKind.SEALING);
    }

    @Override
    public void destroySealingKey(String name) {
        String label = label(name);
        asking(() -> token.use(connection -> {
            connection.destroy(label);
            return null;
        }));
    }

    /** The URI of RFC 7512, section 2.3: the object's label, of which no character needs percent-encoding. */
    @Override
    public String uri(String name) {
        return URI + label(name);
    }

    @Override
    public boolean doesSupport(String keyUri) {
        return keyUri.startsWith(URI + SEALING)
                && keyUri.substring((URI + SEALING).length()).matches(NAME);
    }

    @Override
    public Aead getAead(String keyUri) throws GeneralSecurityException {
        Optional<Pkcs11Key> key =
                doesSupport(keyUri) ? Pkcs11Key.find(token, keyUri.substring(URI.length())) : Optional.empty();
        return new Pkcs11Aead(
                key.orElseThrow(() -> new GeneralSecurityException("there is no key " + keyUri + " in the HSM")));
    }

    @Override
    public Pkcs11KeyCustody withCredentials(String credentialPath) {
        return this;
    }

    @Override
    public Pkcs11KeyCustody withDefaultCredentials() {
        return this;
    }

    @Override
    public boolean derives() {
        return true;
    }

    @Override
    public void createDerivationKey(KeyPurpose purpose) {
        if (!purpose.isNeverReplaced()) {
            throw new IllegalArgumentException("the keys of " + purpose.code() + " are not in the HSM");
        }
        create(DERIVATION + purpose.code(), Pkcs11KeyKind.DERIVATION);
    }

    @Override
    public Optional<Prf> derivationKey(KeyPurpose purpose) {
        String label = DERIVATION + purpose.code();
        return asking(() -> Pkcs11Key.find(token, label)).map(key -> audit.meter(purpose, new Pkcs11Prf(key)));
    }

    /** In one process, one after the other; of several processes at once, perhaps none succeeds. */
    private synchronized void create(String label, Pkcs11KeyKind kind) {
        asking(() -> token.use(connection -> {
            new Pkcs11Creation(connection, label).run(kind);
            return null;
        }));
    }

    private interface Request<T> {
        T send() throws GeneralSecurityException;
    }

    private static <T> T asking(Request<T> request) {
        try {
            return request.send();
        } catch (GeneralSecurityException failed) {
            throw new KeysUnusableException(
                    "The HSM does not do what was asked: " + Pkcs11Faults.reason(failed) + ".", failed);
        }
    }

    private static String label(String name) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("not a key's name");
        }
        return SEALING + name;
    }
}
