package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.mobile.notice.Notice;
import org.cyberspaceid.mobile.notice.SmsNotices;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.timer.ScheduledTask;

/**
 * Reminds people that their document ends. What was sent is noted in the transaction after which it goes out: at most once, also when a
 * node stops in between.
 */
final class RemindOfExpiry implements ScheduledTask {
    private final Clock clock;

    RemindOfExpiry(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run(KeycloakSession session) {
        LocalDate today = Age.today(clock);
        ReminderRows rows = ReminderRows.of(session);
        for (ReminderRows.Row row : rows.due(today)) {
            RealmModel realm = session.realms().getRealm(row.realmId());
            session.getContext().setRealm(realm);
            Optional<IdentityRecord> record = session.getProvider(IdentityVaultProvider.class)
                    .identities()
                    .read(row.userId());
            record.ifPresentOrElse(found -> look(session, rows, row, found, today), () -> rows.remove(row.userId()));
        }
    }

    private static void look(
            KeycloakSession session, ReminderRows rows, ReminderRows.Row row, IdentityRecord record, LocalDate today) {
        ReminderPlan plan = new ReminderPlan(record.document().expiresOn(), row.reminded());
        Optional<MobileNumber> number = record.reachableAt();
        Optional<Notice> due = plan.dueOn(today);
        if (due.isPresent() && number.isPresent()) {
            Locale language = language(record.document().number().type());
            SmsNotices.afterCommit(session, number.get(), due.get(), language);
        }
        plan.nextLook(today)
                .ifPresentOrElse(
                        next -> rows.looked(row.userId(), plan.pastOn(today), next), () -> rows.remove(row.userId()));
    }

    /** No language of anybody's is kept: the one in which most holders of such a document read. */
    static Locale language(DocumentType type) {
        return switch (type) {
            case RESIDENCE_PERMIT_HK_MACAO, RESIDENCE_PERMIT_TAIWAN, TRAVEL_PERMIT_HK_MACAO, TRAVEL_PERMIT_TAIWAN ->
                Locale.forLanguageTag("zh-Hant");
            case FOREIGN_PERMANENT_RESIDENT_ID, FOREIGN_PERMANENT_RESIDENT_ID_2017 -> Locale.ENGLISH;
            default -> Locale.forLanguageTag("zh-Hans");
        };
    }

    @Override
    public String getTaskName() {
        return "cyberspace-id-remind-of-expiry";
    }
}
