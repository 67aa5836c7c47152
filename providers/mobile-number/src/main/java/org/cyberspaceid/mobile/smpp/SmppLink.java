package org.cyberspaceid.mobile.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;

/**
 * The one session with the SMSC, bound as transceiver when it is first needed and again after it broke. After a bind that failed, nobody
 * tries again for a moment: with the SMSC down, everybody gets an answer at once.
 */
final class SmppLink implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SmppLink.class);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final int ENQUIRE_LINK_MILLIS = 10_000;

    private final SmppSettings settings;
    private final ReentrantLock binding = new ReentrantLock();
    private SMPPSession session;
    private long restUntilNanos = System.nanoTime();

    SmppLink(SmppSettings settings) {
        this.settings = settings;
    }

    /** A bound session, or empty when there is none to be had now. */
    Optional<SMPPSession> session() {
        binding.lock();
        try {
            if (session != null && session.getSessionState().isBound()) {
                return Optional.of(session);
            }
            drop();
            return System.nanoTime() - restUntilNanos < 0 ? Optional.empty() : bind();
        } finally {
            binding.unlock();
        }
    }

    /** Gives up a session that broke, unless a newer one has taken its place. */
    void discard(SMPPSession broken) {
        binding.lock();
        try {
            if (session == broken) {
                drop();
            }
        } finally {
            binding.unlock();
        }
    }

    @Override
    public void close() {
        binding.lock();
        try {
            if (session != null && session.getSessionState().isBound()) {
                session.unbindAndClose();
            }
            drop();
        } finally {
            binding.unlock();
        }
    }

    private Optional<SMPPSession> bind() {
        SMPPSession fresh = new SMPPSession(this::connect);
        fresh.setTransactionTimer(settings.patience().toMillis());
        fresh.setEnquireLinkTimer(ENQUIRE_LINK_MILLIS);
        try {
            fresh.connectAndBind(
                    settings.host(),
                    settings.port(),
                    bindParameter(),
                    settings.patience().toMillis());
            session = fresh;
            return Optional.of(fresh);
        } catch (IOException down) {
            fresh.close();
            restUntilNanos = System.nanoTime() + REST_AFTER_FAILURE.toNanos();
            LOG.warnf("cannot bind to %s: %s", settings, down.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Connection connect(String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(host, port), (int) settings.patience().toMillis());
            return new SocketConnection(socket);
        } catch (IOException down) {
            socket.close();
            throw down;
        }
    }

    private BindParameter bindParameter() {
        return new BindParameter(
                BindType.BIND_TRX,
                settings.systemId(),
                settings.password(),
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null);
    }

    private void drop() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
