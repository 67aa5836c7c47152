package org.cyberspaceid.mobile.notice;

import java.util.Locale;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.mobile.SmsSenderProvider;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** Sends notices once what they tell of has happened: a transaction that is rolled back tells nobody, and a slow gateway holds none up. */
public final class SmsNotices {
    private static final Logger LOG = Logger.getLogger(SmsNotices.class);

    private SmsNotices() {}

    /** In the language of this request. */
    public static void afterCommit(KeycloakSession session, MobileNumber to, Notice notice) {
        afterCommit(session, to, notice, session.getContext().resolveLocale(null));
    }

    /** In a language of the caller's choice, where there is no request of the person's. */
    public static void afterCommit(KeycloakSession session, MobileNumber to, Notice notice, Locale locale) {
        SmsSenderProvider sender = session.getProvider(SmsSenderProvider.class);
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                if (!sender.send(to, notice.text(locale))) {
                    LOG.warnf("sms_notice_not_sent: %s", notice);
                }
            }

            @Override
            protected void rollbackImpl() {
                // nothing has happened
            }
        });
    }
}
