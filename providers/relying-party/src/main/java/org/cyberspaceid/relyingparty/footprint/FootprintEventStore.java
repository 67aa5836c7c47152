package org.cyberspaceid.relyingparty.footprint;

import org.cyberspaceid.relyingparty.policy.OurRealm;
import org.keycloak.events.Event;
import org.keycloak.events.EventQuery;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AdminEventQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Keycloak's own store, of which our realm's events see only their {@link Footprint}. */
final class FootprintEventStore implements EventStoreProvider {
    private final EventStoreProvider stock;
    private final KeycloakSession session;

    FootprintEventStore(EventStoreProvider stock, KeycloakSession session) {
        this.stock = stock;
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        if (realm != null && OurRealm.is(realm)) {
            Footprint.of(event).ifPresent(stock::onEvent);
        } else {
            stock.onEvent(event);
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        stock.onEvent(event, includeRepresentation);
    }

    @Override
    public EventQuery createQuery() {
        return stock.createQuery();
    }

    @Override
    public AdminEventQuery createAdminQuery() {
        return stock.createAdminQuery();
    }

    @Override
    @SuppressWarnings("removal") // the interface still demands it
    public void clear() {
        stock.clear();
    }

    @Override
    public void clear(RealmModel realm) {
        stock.clear(realm);
    }

    @Override
    public void clear(RealmModel realm, long olderThan) {
        stock.clear(realm, olderThan);
    }

    @Override
    @SuppressWarnings("deprecation") // as above
    public void clearExpiredEvents() {
        stock.clearExpiredEvents();
    }

    @Override
    @SuppressWarnings("removal") // as above
    public void clearAdmin() {
        stock.clearAdmin();
    }

    @Override
    public void clearAdmin(RealmModel realm) {
        stock.clearAdmin(realm);
    }

    @Override
    public void clearAdmin(RealmModel realm, long olderThan) {
        stock.clearAdmin(realm, olderThan);
    }

    @Override
    public void close() {
        stock.close();
    }
}
