package org.cyberspaceid.document.format;

import java.util.function.Supplier;

/** Untrusted bytes are not what they must be. Stays inside this module: the verifier makes one typed outcome of it. */
public final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param what the rule that does not hold; never the bytes */
    public MalformedException(String what) {
        super(what);
    }

    /**
     * Lets a foreign parser read untrusted bytes, or look into what it read. It throws what it likes (BouncyCastle: {@code ClassCastException},
     * {@code NullPointerException} and others beside what it documents); it all means the same.
     *
     * @throws MalformedException whatever runtime exception it throws
     */
    public static <T> T parsed(Supplier<T> foreign) {
        try {
            return foreign.get();
        } catch (MalformedException ours) {
            throw ours;
        } catch (RuntimeException itsOwn) {
            throw new MalformedException("not what its parser takes");
        }
    }

    /** Ends parsing unless the rule holds. */
    public static void unless(boolean holds, String what) {
        if (!holds) {
            throw new MalformedException(what);
        }
    }
}
