package org.cyberspaceid.mobile.smpp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.mobile.SmsSenderProvider;
import org.jboss.logging.Logger;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;

/**
 * Submits messages in UCS-2 by SMPP 3.4 ({@code submit_sm}, section 4.4). What cannot be sent is a {@code false} and a log line without
 * number and text.
 */
final class SmppSmsSender implements SmsSenderProvider {
    /** SMPP 3.4, 5.2.21: {@code short_message} holds 254 octets; longer texts go as {@code message_payload} and the SMSC splits them. */
    private static final int LONGEST_SHORT_MESSAGE = 254;

    private static final int AT_ONCE = 32;
    private static final Logger LOG = Logger.getLogger(SmppSmsSender.class);

    private final SmppSettings settings;
    private final SmppLink link;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    SmppSmsSender(SmppSettings settings, SmppLink link) {
        this.settings = settings;
        this.link = link;
    }

    @Override
    public boolean send(MobileNumber to, String text) {
        try {
            if (!turns.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warnf("%s is busy: %d messages are waiting for an answer", settings, AT_ONCE);
                return false;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            return link.session().map(session -> submit(session, to, text)).orElse(false);
        } finally {
            turns.release();
        }
    }

    private boolean submit(SMPPSession session, MobileNumber to, String text) {
        try {
            submit(session, to, text.getBytes(StandardCharsets.UTF_16BE));
            return true;
        } catch (NegativeResponseException refused) {
            LOG.warnf("%s refused a message, command status 0x%08x", settings, refused.getCommandStatus());
            return false;
        } catch (IOException | PDUException | ResponseTimeoutException | InvalidResponseException broken) {
            LOG.warnf(
                    "%s did not take a message: %s", settings, broken.getClass().getSimpleName());
            link.discard(session);
            return false;
        }
    }

    private void submit(SMPPSession session, MobileNumber to, byte[] ucs2)
            throws IOException, PDUException, ResponseTimeoutException, InvalidResponseException,
                    NegativeResponseException {
        boolean fits = ucs2.length <= LONGEST_SHORT_MESSAGE;
        boolean letters = settings.sourceAddress().chars().anyMatch(Character::isLetter);
        session.submitShortMessage(
                "",
                letters ? TypeOfNumber.ALPHANUMERIC : TypeOfNumber.UNKNOWN,
                letters ? NumberingPlanIndicator.UNKNOWN : NumberingPlanIndicator.ISDN,
                settings.sourceAddress(),
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                to.e164().substring(1),
                new ESMClass(),
                (byte) 0,
                (byte) 0,
                null,
                null,
                new RegisteredDelivery(0),
                (byte) 0,
                new GeneralDataCoding(Alphabet.ALPHA_UCS2),
                (byte) 0,
                fits ? ucs2 : new byte[0],
                fits
                        ? new OptionalParameter[0]
                        : new OptionalParameter[] {new OptionalParameter.Message_payload(ucs2)});
    }

    @Override
    public void close() {
        // one for the server: the factory closes the link
    }
}
