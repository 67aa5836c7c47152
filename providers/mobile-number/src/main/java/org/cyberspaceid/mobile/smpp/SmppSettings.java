package org.cyberspaceid.mobile.smpp;

import java.time.Duration;

/**
 * How to reach the carrier's SMSC.
 *
 * @param sourceAddress what the message says it comes from: a number, or letters where the carrier allows them
 * @param patience how long connecting, binding and each answer may take
 */
record SmppSettings(String host, int port, String systemId, String password, String sourceAddress, Duration patience) {
    @Override
    public String toString() {
        return "SmppSettings[" + host + ":" + port + "]";
    }
}
