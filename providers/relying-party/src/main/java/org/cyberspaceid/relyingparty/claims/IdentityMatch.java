package org.cyberspaceid.relyingparty.claims;

/** A name and a document number that an ISP supplied, to hear whether they are this person's. */
sealed interface IdentityMatch {
    /** Whether the ISP cannot do without a yes: {@code essential} at the name or the number. */
    boolean essential();

    /** As pushed: personal data of somebody, for the length of that request. */
    record Supplied(String unverifiedName, String unverifiedNumber, boolean essential) implements IdentityMatch {
        @Override
        public String toString() {
            return "Supplied[***]";
        }
    }

    /** As kept with the request: {@link MatchHash}. */
    record Hashed(String hash, boolean essential) implements IdentityMatch {}
}
