package org.cyberspaceid.mobile.smpp;

import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.mobile.SmsSenderProvider;
import org.jboss.logging.Logger;

/** A server without settings for any sender: it starts, it says why no message goes out. */
final class UnsetSmsSender implements SmsSenderProvider {
    private static final Logger LOG = Logger.getLogger(UnsetSmsSender.class);

    @Override
    public boolean send(MobileNumber to, String text) {
        LOG.error("a message was not sent: set spi-sms-sender--smpp--host and the settings beside it");
        return false;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
