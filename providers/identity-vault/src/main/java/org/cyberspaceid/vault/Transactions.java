package org.cyberspaceid.vault;

import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Runs work in a database transaction of its own, committed when it returns. */
@FunctionalInterface
public interface Transactions {
    <T> T inOwnTransaction(Function<EntityManager, T> work);

    /** On Keycloak's own database. */
    static Transactions of(KeycloakSessionFactory server) {
        return new Transactions() {
            @Override
            public <T> T inOwnTransaction(Function<EntityManager, T> work) {
                return KeycloakModelUtils.runJobInTransactionWithResult(
                        server,
                        own -> work.apply(
                                own.getProvider(JpaConnectionProvider.class).getEntityManager()));
            }
        };
    }
}
