package org.cyberspaceid.signin.recovery;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.vault.EnrolmentRows;
import org.cyberspaceid.liveface.SealedJson;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The number that was typed in this tab. It stands in a sealed row: notes of the authentication session lie open in the cache. */
final class NumberUnderProof {
    private static final String NOTE = "cyberspaceid.number-under-proof";
    private static final Duration TIME = Duration.ofMinutes(15);

    private final RequiredActionContext context;
    private final EnrolmentRows rows;
    private final Clock clock;

    NumberUnderProof(RequiredActionContext context, Clock clock) {
        this.context = context;
        this.rows =
                context.getSession().getProvider(IdentityVaultProvider.class).enrolments();
        this.clock = clock;
    }

    Optional<MobileNumber> read() {
        return id().flatMap(rows::read)
                .map(row -> SealedJson.read(row.state(), NumberRow.class))
                .filter(row -> row.userId().equals(context.getUser().getId()))
                .map(NumberRow::number);
    }

    void keep(MobileNumber typed) {
        forget();
        NumberRow row = new NumberRow(context.getUser().getId(), typed.e164());
        tab().setAuthNote(NOTE, rows.open(SealedJson.write(row), clock.instant().plus(TIME)));
    }

    void forget() {
        id().ifPresent(rows::close);
        tab().removeAuthNote(NOTE);
    }

    private Optional<String> id() {
        return Optional.ofNullable(tab().getAuthNote(NOTE));
    }

    private AuthenticationSessionModel tab() {
        return context.getAuthenticationSession();
    }
}
