package org.cyberspaceid.virtual;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/** Prepares the statements that a reader service will sign when the card is read. */
final class StatementMaker {
    private final AuthorityKeys keys;

    StatementMaker(AuthorityKeys keys) {
        this.keys = keys;
    }

    CardStatement make(Printed printed, byte[] portrait, Variant variant) {
        boolean foreign = variant == Variant.FOREIGN_AUTHORITY;
        Signatory service = keys.get(foreign ? AuthorityKeys.ATTACKER_READER_SERVICE : AuthorityKeys.READER_SERVICE);
        return new CardStatement(
                printed.type().code(),
                printed.number(),
                printed.name(),
                printed.latinName(),
                printed.birthDate().toString(),
                printed.expiresOn().toString(),
                portrait,
                variant,
                service.key().getEncoded(),
                certificate(service));
    }

    private static byte[] certificate(Signatory service) {
        try {
            return service.certificate().getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@code x5t#S256} (RFC 7515, 4.1.8). */
    static String thumbprint(byte[] certificate) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
