package org.cyberspaceid.mobile;

import org.cyberspaceid.core.mobile.MobileNumber;
import org.keycloak.provider.Provider;

/** Sends one text message. Implementations: {@code smpp}, and in the sandbox {@code sandbox-outbox}. */
public interface SmsSenderProvider extends Provider {

    /**
     * Hands the message to the carrier.
     *
     * @return whether it was accepted for delivery; false is an expected failure ({@code sms_unavailable})
     */
    boolean send(MobileNumber to, String text);
}
