package org.cyberspaceid.relyingparty.securityevent;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.cyberspaceid.relyingparty.contract.IspContract;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Sends what is due, at least once: a row is taken in a transaction of its own, sent outside of any, and deleted when the ISP has it. An
 * ISP that does not answer costs one attempt a round, whatever waits for it. The log names an ISP and never a person.
 */
final class Delivery implements Runnable {
    private static final Logger LOG = Logger.getLogger(Delivery.class);

    /** An ISP that was away for so long looks at its accounts anyway. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(7);

    private static final int MOST_IN_A_ROUND = 1000;

    private final KeycloakSessionFactory server;
    private final ScheduledExecutorService deadline;
    private final BackOff backOff = new BackOff(new Random()::nextLong);

    Delivery(KeycloakSessionFactory server, ScheduledExecutorService deadline) {
        this.server = server;
        this.deadline = deadline;
    }

    @Override
    public void run() {
        try {
            Set<String> silent = new HashSet<>();
            for (int sent = 0; sent < MOST_IN_A_ROUND; sent++) {
                Optional<SecurityEventRows.Row> row = take();
                if (row.isEmpty()) {
                    return;
                }
                deliver(row.get(), silent);
            }
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Security events could not be sent. It is tried again at the next round");
        }
    }

    private Optional<SecurityEventRows.Row> take() {
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        return inTransaction(
                session -> rows(session).take(now, attempt -> now.plus(backOff.after(attempt))));
    }

    /** @param silent the ISPs that did not answer in this round */
    private void deliver(SecurityEventRows.Row row, Set<String> silent) {
        Optional<Parcel> parcel = inTransaction(session -> Parcel.open(session, row));
        if (parcel.isEmpty()) {
            delete(row);
            return;
        }
        String isp = parcel.get().clientId();
        if (!silent.contains(isp)) {
            PushAnswer answer = parcel.get().send(server, deadline);
            if (answer instanceof PushAnswer.Failed failed) {
                LOG.warnf("security_event_not_delivered client=%s: %s", isp, failed.why());
                silent.add(isp);
            } else {
                if (answer instanceof PushAnswer.Refused refused) {
                    LOG.warnf("security_event_refused client=%s: %s", isp, refused.code());
                }
                delete(row);
                return;
            }
        }
        if (parcel.get().isOlderThan(GIVEN_UP_AFTER)) {
            LOG.warnf("security_event_given_up client=%s", isp);
            delete(row);
        }
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

    /** A token on its way. */
    private record Parcel(String clientId, URI endpoint, String token, long time) {

        /** Empty when it can go nowhere: realm, client or endpoint is gone, or the key is. */
        static Optional<Parcel> open(KeycloakSession session, SecurityEventRows.Row row) {
            RealmModel realm = session.realms().getRealm(row.realmId());
            if (realm == null) {
                return Optional.empty();
            }
            session.getContext().setRealm(realm);
            Optional<String> message = session.getProvider(IdentityVaultProvider.class)
                    .queue()
                    .open(row.id(), row.sealed());
            if (message.isEmpty()) {
                LOG.error("security_event_unreadable: it was sealed under another key, or somebody changed it");
            }
            return message.map(SecurityEvent::of).flatMap(event -> of(session, realm, event));
        }

        private static Optional<Parcel> of(KeycloakSession session, RealmModel realm, SecurityEvent event) {
            ClientModel client = realm.getClientByClientId(event.clientId());
            session.getContext().setClient(client);
            return Optional.ofNullable(client)
                    .flatMap(isp -> IspContract.of(isp).securityEvents())
                    .map(endpoint -> new Parcel(
                            event.clientId(), endpoint, SecurityEventToken.sign(session, event), event.time()));
        }

        PushAnswer send(KeycloakSessionFactory server, ScheduledExecutorService deadline) {
            Push push = KeycloakModelUtils.runJobInTransactionWithResult(server, session -> new Push(session, deadline));
            return push.send(endpoint, token);
        }

        boolean isOlderThan(Duration age) {
            return Time.currentTime() - time > age.toSeconds();
        }
    }
}
