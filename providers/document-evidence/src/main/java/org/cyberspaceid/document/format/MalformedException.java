package org.cyberspaceid.document.format;

/** Untrusted bytes are not what they must be. Stays inside this module: the verifier makes one typed outcome of it. */
public final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param what the rule that does not hold; never the bytes */
    public MalformedException(String what) {
        super(what);
    }

    /** Ends parsing unless the rule holds. */
    public static void unless(boolean holds, String what) {
        if (!holds) {
            throw new MalformedException(what);
        }
    }
}
