package org.cyberspaceid.enrolment;

import org.cyberspaceid.core.mobile.MobileNumber;

/**
 * The mobile number on its way.
 *
 * @param e164 the number
 * @param codeSentAt epoch seconds of the last SMS
 * @param proven whether the right code came back and the number was free
 */
record MobileState(String e164, long codeSentAt, boolean proven) {
    MobileNumber number() {
        return new MobileNumber(e164);
    }

    MobileState prove() {
        return new MobileState(e164, codeSentAt, true);
    }

    @Override
    public String toString() {
        return "MobileState[***]";
    }
}
