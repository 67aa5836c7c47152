package org.cyberspaceid.enrolment;

/**
 * How far a recovery got. Until document and face are proved it says nothing of anybody.
 *
 * @param userId the account that the document belongs to; {@code null} before
 * @param passwordSetAt when its password was set, in epoch milliseconds: whoever comes to the end finds the same, or somebody else was
 *     there first
 * @param recognised whether the face also matched the features that the person lets us keep; true where there are none
 * @param admitted whether the waiting time is over, or was not needed
 */
record RecoveryState(String userId, long passwordSetAt, boolean recognised, boolean admitted) {

    static RecoveryState wanted() {
        return new RecoveryState(null, 0, false, false);
    }

    static RecoveryState of(String userId, long passwordSetAt) {
        return new RecoveryState(userId, passwordSetAt, false, false);
    }

    RecoveryState recognise() {
        return new RecoveryState(userId, passwordSetAt, true, admitted);
    }

    RecoveryState admit() {
        return new RecoveryState(userId, passwordSetAt, recognised, true);
    }

    boolean identified() {
        return userId != null;
    }

    /** Document and face proved whose account it is. */
    boolean proven() {
        return identified() && recognised;
    }
}
