package org.cyberspaceid.relyingparty.securityevent;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cyberspaceid.relyingparty.policy.OurRealm;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Notices that an administrator disables a person. An update that leaves the person disabled, or changes something else, is no news. */
final class SecurityEventsListener implements EventListenerProvider {
    private static final Pattern USER = Pattern.compile("users/([^/]+)");

    private final KeycloakSession session;

    SecurityEventsListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        if (realm != null
                && event.getError() == null
                && event.getOperationType() == OperationType.UPDATE
                && event.getResourceType() == ResourceType.USER
                && OurRealm.is(realm)) {
            user(realm, event)
                    .filter(this::isNewlyDisabled)
                    .ifPresent(user -> new SecurityEvents(session).tell(user, SecurityEventType.ACCOUNT_DISABLED));
        }
    }

    private Optional<UserModel> user(RealmModel realm, AdminEvent event) {
        Matcher path = USER.matcher(Optional.ofNullable(event.getResourcePath()).orElse(""));
        return path.matches()
                ? Optional.ofNullable(session.users().getUserById(realm, path.group(1)))
                : Optional.empty();
    }

    private boolean isNewlyDisabled(UserModel user) {
        return !user.isEnabled() && wasEnabled(user.getId());
    }

    /** As it is for everybody else until this transaction ends. */
    private boolean wasEnabled(String userId) {
        List<?> before = KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                other -> other.getProvider(JpaConnectionProvider.class)
                        .getEntityManager()
                        .createNativeQuery("SELECT 1 FROM USER_ENTITY WHERE ID = :id AND ENABLED")
                        .setParameter("id", userId)
                        .getResultList());
        return !before.isEmpty();
    }

    @Override
    public void onEvent(Event event) {
        // what people do themselves says so where they do it
    }

    @Override
    public void close() {
        // holds nothing
    }
}
