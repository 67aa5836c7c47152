package org.cyberspaceid.vault.keys;

import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.ProviderException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/** The token and its present connection, which is replaced when the HSM was away or had ended the sessions. */
final class Pkcs11Token {
    private static final Logger LOG = Logger.getLogger(Pkcs11Token.class);
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Pkcs11Slot slot;
    private final Pkcs11Pin pin;
    private final LongSupplier nanoTime;
    private volatile Pkcs11Connection connection;
    private KeysUnusableException failure;
    private long failedAt;

    /** @throws KeysUnusableException with a message for the operator */
    Pkcs11Token(Pkcs11Settings settings, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        pin = new Pkcs11Pin(settings.pinFile());
        slot = Pkcs11Slots.find(settings);
        connection = Pkcs11Connection.open(slot, pin);
    }

    /** Something that needs the HSM. */
    interface Use<T> {
        T on(Pkcs11Connection connection) throws GeneralSecurityException;
    }

    /**
     * Does it, and once more over a new connection when this one is gone.
     *
     * @throws HsmUnreachableException when the HSM does not answer
     */
    <T> T use(Use<T> use) throws GeneralSecurityException {
        Pkcs11Connection first = connection;
        try {
            return attempt(use, first);
        } catch (HsmUnreachableException gone) {
            return attempt(use, insteadOf(first, gone));
        }
    }

    private static <T> T attempt(Use<T> use, Pkcs11Connection connection) throws GeneralSecurityException {
        try {
            return use.on(connection);
        } catch (GeneralSecurityException | ProviderException | InvalidParameterException failed) {
            throw Pkcs11Faults.of(failed);
        }
    }

    /** While the HSM is away, one attempt a second: requests must not queue up here for the length of its time-outs. */
    private synchronized Pkcs11Connection insteadOf(Pkcs11Connection gone, HsmUnreachableException why)
            throws HsmUnreachableException {
        if (connection != gone) {
            return connection;
        }
        if (failure != null && nanoTime.getAsLong() - failedAt < PAUSE_NANOS) {
            throw new HsmUnreachableException(failure);
        }
        try {
            connection = Pkcs11Connection.open(slot, pin);
            failure = null;
            LOG.warnf("connected to the HSM anew after %s", Pkcs11Faults.reason(why));
            return connection;
        } catch (KeysUnusableException still) {
            failure = still;
            failedAt = nanoTime.getAsLong();
            throw new HsmUnreachableException(still);
        }
    }
}
