package org.cyberspaceid.core.recovery;

/**
 * What the steps of a recovery tell each other by notes of the authentication session, across modules: the server writes them, no
 * browser does. Enrolment's steps prove document and face; sign-in's know devices and passkeys.
 */
public final class RecoveryNotes {
    /** The account that document and face have proved. Absent before, so that no step can act on somebody else's. */
    public static final String PROVEN_ACCOUNT = "cyberspaceid.recovery-account";

    /**
     * The account by which a known device or a passkey of it agreed: nobody has to wait. Any step between {@code enrolment-face} and
     * {@code recovery-wait} may set it.
     */
    public static final String AGREED_ACCOUNT = "cyberspaceid.recovery-agreed";

    /** The account whose waiting time is over: no step need ask anybody to agree. */
    public static final String WAITED_ACCOUNT = "cyberspaceid.recovery-waited";

    private RecoveryNotes() {}
}
