package org.cyberspaceid.relyingparty.footprint;

import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The realm's event log in place of {@code jboss-logging}, which writes client, user and session on one line: refusals of
 * people at WARN, the rest at DEBUG, each as its {@link Footprint}.
 */
final class FootprintLog implements EventListenerProvider {
    private static final Logger LOG = Logger.getLogger("org.cyberspaceid.events");

    private final KeycloakSession session;

    FootprintLog(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        Footprint.of(event).ifPresent(kept -> LOG.log(level(kept), line(kept, realmName(kept))));
    }

    /** A log line has its second: of an ISP's fault the event is enough, which has its hour. */
    static Logger.Level level(Event kept) {
        return kept.getError() == null || Footprint.isOfAnIsp(kept) ? Logger.Level.DEBUG : Logger.Level.WARN;
    }

    private String realmName(Event event) {
        return Optional.ofNullable(session.realms().getRealm(event.getRealmId()))
                .map(RealmModel::getName)
                .orElse("");
    }

    static String line(Event event, String realm) {
        StringBuilder line = new StringBuilder("type=").append(event.getType());
        append(line, "realm", realm);
        append(line, "client", event.getClientId());
        append(line, "user", event.getUserId());
        append(line, "address", event.getIpAddress());
        append(line, "error", event.getError());
        append(
                line,
                "reason",
                event.getDetails() == null ? null : event.getDetails().get(Details.REASON));
        return line.toString();
    }

    /** A {@code client_id} is what anybody typed: it must not make lines of its own. */
    private static void append(StringBuilder line, String name, String unverifiedValue) {
        if (unverifiedValue != null) {
            line.append(", ")
                    .append(name)
                    .append("=\"")
                    .append(unverifiedValue.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s\"]", "_"))
                    .append('"');
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        LOG.debugf(
                "admin operation=%s, resource=%s, path=\"%s\"",
                event.getOperationType(), event.getResourceTypeAsString(), event.getResourcePath());
    }

    @Override
    public void close() {
        // holds nothing
    }
}
