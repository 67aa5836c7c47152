package org.cyberspaceid.document.statement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.check.Finding;

/** The statement was made for us ({@code aud}), for this reading ({@code nonce}), and just now ({@code iat}, {@code exp}). */
final class FreshnessCheck implements Check<StatementEvidence> {
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    @Override
    public DocumentCheck about() {
        return DocumentCheck.STATEMENT;
    }

    @Override
    public Finding run(StatementEvidence evidence) {
        boolean fresh = evidence.claims().audience().equals(evidence.audience())
                && answers(evidence.claims().nonce(), evidence.challenge())
                && isCurrent(evidence.claims(), evidence.now());
        return Finding.successIf(fresh, Problem.STATEMENT_INVALID);
    }

    private static boolean answers(String nonce, byte[] challenge) {
        String wanted = Base64.getUrlEncoder().withoutPadding().encodeToString(challenge);
        return MessageDigest.isEqual(nonce.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isCurrent(Claims claims, Instant now) {
        Instant latest = claims.issuedAt().plus(LONGEST_LIFE);
        return !claims.issuedAt().isAfter(now.plus(CLOCK_SKEW))
                && claims.expiresAt().isAfter(now)
                && claims.expiresAt().isAfter(claims.issuedAt())
                && !claims.expiresAt().isAfter(latest);
    }
}
