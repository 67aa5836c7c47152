package org.cyberspaceid.signin.recovery;

import org.cyberspaceid.core.mobile.MobileNumber;

/**
 * A number that somebody is about to prove, as it stands sealed in its row.
 *
 * @param userId who asked for it, so that the row of one serves nobody else
 */
record NumberRow(String userId, String e164) {
    MobileNumber number() {
        return new MobileNumber(e164);
    }

    @Override
    public String toString() {
        return "NumberRow[sealed]";
    }
}
