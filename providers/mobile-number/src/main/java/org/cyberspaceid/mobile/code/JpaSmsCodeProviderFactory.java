package org.cyberspaceid.mobile.code;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.cyberspaceid.mobile.SmsCodeProvider;
import org.cyberspaceid.mobile.SmsCodeProviderFactory;
import org.cyberspaceid.mobile.SmsSenderProvider;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.cyberspaceid.vault.Transactions;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.timer.TimerProvider;

/** Codes in Keycloak's own database; expired rows are deleted every hour. */
public final class JpaSmsCodeProviderFactory implements SmsCodeProviderFactory {
    public static final String PROVIDER_ID = "jpa";

    private static final Duration PURGE_EVERY = Duration.ofHours(1);

    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();

    @Override
    public SmsCodeProvider create(KeycloakSession session) {
        return new SmsCodes(
                Transactions.of(session.getKeycloakSessionFactory()),
                session.getProvider(IdentityVaultProvider.class).blindIndex(),
                () -> session.getProvider(SmsSenderProvider.class),
                random,
                clock,
                session.getContext().getRealm().getId());
    }

    @Override
    public void init(Config.Scope config) {
        // LibphonenumberParser reads its own setting
    }

    @Override
    public void postInit(KeycloakSessionFactory server) {
        server.register(event -> {
            if (event instanceof PostMigrationEvent) {
                KeycloakModelUtils.runJobInTransaction(server, this::schedulePurge);
            }
        });
    }

    private void schedulePurge(KeycloakSession session) {
        Transactions transactions = Transactions.of(session.getKeycloakSessionFactory());
        session.getProvider(TimerProvider.class)
                .schedule(
                        () -> SmsCodes.purge(transactions, clock.instant()),
                        PURGE_EVERY.toMillis(),
                        "cyberspace-id-purge-sms-codes");
    }

    @Override
    public void close() {
        // the timer belongs to the server
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
