package org.cyberspaceid.relyingparty.securityevent;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Sends what is due, at least once: a row is taken in a transaction of its own, sent outside of any, and deleted when the ISP has it. An
 * ISP that does not answer costs one attempt a round, whatever waits for it. The log names an ISP, later, and never a person.
 */
final class Delivery implements Runnable {
    private static final Logger LOG = Logger.getLogger(Delivery.class);

    /** An ISP that was away for so long looks at its accounts anyway. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(7);

    private static final Duration LATEST_COMPLAINT = Duration.ofHours(1);
    private static final int MOST_IN_A_ROUND = 1000;

    /** The 30th comes after more than a week; until then a row that breaks what opens it stops one round each time. */
    private static final int MOST_ATTEMPTS = 30;

    private final KeycloakSessionFactory server;
    private final ScheduledExecutorService deadline;
    private final Random random = new Random();
    private final BackOff backOff = new BackOff(random::nextLong);

    Delivery(KeycloakSessionFactory server, ScheduledExecutorService deadline) {
        this.server = server;
        this.deadline = deadline;
    }

    @Override
    public void run() {
        Set<String> silent = new HashSet<>();
        try {
            Optional<SecurityEventRows.Row> row = take();
            for (int taken = 1; row.isPresent(); taken++) {
                deliver(row.get(), silent);
                row = taken < MOST_IN_A_ROUND ? take() : Optional.empty();
            }
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Security events could not be sent. It is tried again at the next round");
        }
    }

    private Optional<SecurityEventRows.Row> take() {
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        return inTransaction(session -> rows(session).take(now, attempt -> now.plus(backOff.after(attempt))));
    }

    /** @param silent the ISPs that did not answer in this round */
    private void deliver(SecurityEventRows.Row row, Set<String> silent) {
        if (row.attempt() > MOST_ATTEMPTS) {
            LOG.error("security_event_unusable: it could not even be opened for more than a week");
            delete(row);
            return;
        }
        Optional<Parcel> parcel = inTransaction(session -> Parcel.open(session, row));
        if (parcel.isEmpty() || isDone(parcel.get(), silent)) {
            delete(row);
        }
    }

    private boolean isDone(Parcel parcel, Set<String> silent) {
        String isp = parcel.clientId();
        if (!silent.contains(isp)) {
            PushAnswer answer = push().send(parcel.endpoint(), parcel.token());
            if (answer instanceof PushAnswer.Failed failed) {
                complain("security_event_not_delivered", isp, failed.why());
                silent.add(isp);
            } else {
                if (answer instanceof PushAnswer.Refused refused) {
                    complain("security_event_refused", isp, refused.code());
                }
                return true;
            }
        }
        if (parcel.isOlderThan(GIVEN_UP_AFTER)) {
            complain("security_event_given_up", isp, "after " + GIVEN_UP_AFTER);
            return true;
        }
        return false;
    }

    /** Not in this second, which lies near the one in which something happened to a person. */
    private void complain(String what, String isp, String why) {
        deadline.schedule(
                () -> LOG.warnf("%s client=%s: %s", what, isp, why),
                random.nextLong(LATEST_COMPLAINT.toMillis()),
                TimeUnit.MILLISECONDS);
    }

    /** Keycloak's HTTP client belongs to the server, not to the session that knows it. */
    private Push push() {
        return inTransaction(session -> new Push(session, deadline));
    }

    private void delete(SecurityEventRows.Row row) {
        inTransaction(session -> {
            rows(session).delete(row.id());
            return null;
        });
    }

    private <T> T inTransaction(Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(server, work::apply);
    }

    private static SecurityEventRows rows(KeycloakSession session) {
        return new SecurityEventRows(
                session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }
}
