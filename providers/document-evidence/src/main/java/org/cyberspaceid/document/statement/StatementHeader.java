package org.cyberspaceid.document.statement;

import static org.cyberspaceid.document.format.MalformedException.unless;

import java.util.Arrays;
import org.cyberspaceid.document.format.JsonMembers;
import org.cyberspaceid.document.format.MalformedException;

/**
 * The header of a statement. An {@code x5c} in it is not looked at: whom we trust stands in the trust folder.
 *
 * @param algorithm how it is signed
 * @param service the thumbprint of the reader service's certificate
 */
record StatementHeader(Algorithm algorithm, String service) {
    static final String TYPE = "cyberspace-id-reading+jwt";

    /** The signature algorithms, with their JDK names (RFC 7518, 3.4; RFC 8037, 3.1; RFC 9864, 2.2). */
    enum Algorithm {
        ES256("ES256", "SHA256withECDSAinP1363Format"),
        EDDSA("EdDSA", "Ed25519"),
        ED25519("Ed25519", "Ed25519");

        private final String name;
        private final String jca;

        Algorithm(String name, String jca) {
            this.name = name;
            this.jca = jca;
        }

        String jca() {
            return jca;
        }
    }

    static StatementHeader read(byte[] unverified) {
        JsonMembers header = JsonMembers.read(unverified);
        // RFC 7515, 4.1.11: extensions in "crit" must be understood; we understand none
        unless(!header.has("crit"), "crit");
        // RFC 8725, 3.11: explicit typing, so that no other token of the service can be passed off as a reading
        unless(header.requireText("typ").equals(TYPE), "typ");
        String thumbprint = header.text("x5t#S256").or(() -> header.text("kid")).orElse("");
        unless(header.text("kid").orElse(thumbprint).equals(thumbprint), "kid and x5t#S256 differ");
        return new StatementHeader(algorithm(header.requireText("alg")), thumbprint);
    }

    private static Algorithm algorithm(String name) {
        return Arrays.stream(Algorithm.values())
                .filter(a -> a.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new MalformedException("alg"));
    }
}
