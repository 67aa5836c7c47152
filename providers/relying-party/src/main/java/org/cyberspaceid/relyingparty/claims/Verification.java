package org.cyberspaceid.relyingparty.claims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cyberspaceid.core.claims.BooleanClaim;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.core.vault.IdentityRecord;

/**
 * The element {@code verification} (OpenID Connect for Identity Assurance 1.0): how this platform verified a person. A condition that
 * is not met leaves out the whole {@code verified_claims}.
 */
final class Verification {
    /** The trust framework: the national network identity service (Order 173). */
    static final String TRUST_FRAMEWORK = "cn_cyberspace_id";

    /**
     * The only honest level: the chip was verified, but the face by an engine without a certified attack detection. There is no other
     * until the record says by which service a face was matched.
     */
    static final String BASIC = "basic";

    private Verification() {}

    /** Empty when the identity is not verified on that day, or not as the ISP wants it. */
    static Optional<Map<String, Object>> of(VerificationWish wish, Facts known) {
        LocalDate month = month(known.record());
        boolean met = known.answer(BooleanClaim.IDENTITY_VERIFIED).orElse(false)
                && !wish.hasOtherConditions()
                && admits(wish.trustFrameworks(), TRUST_FRAMEWORK)
                && admits(wish.levels(), BASIC)
                && wish.maxAge().orElse(Long.MAX_VALUE)
                        >= TimeUnit.DAYS.toSeconds(ChronoUnit.DAYS.between(month, known.today()));
        return met ? Optional.of(element(wish, month)) : Optional.empty();
    }

    private static Map<String, Object> element(VerificationWish wish, LocalDate month) {
        Map<String, Object> element = new LinkedHashMap<>();
        element.put(VerificationWish.TRUST_FRAMEWORK, TRUST_FRAMEWORK);
        element.put(VerificationWish.ASSURANCE_LEVEL, BASIC);
        if (wish.timeAsked()) {
            element.put(VerificationWish.TIME, month + "T00:00:00+08:00");
        }
        return element;
    }

    /** Never finer than the month: its first day, so that no verification is called fresher than it is. */
    private static LocalDate month(IdentityRecord record) {
        return YearMonth.from(record.enrolledAt().atZone(Age.ZONE)).atDay(1);
    }

    private static boolean admits(List<JsonNode> wanted, String ours) {
        return wanted.isEmpty() || wanted.contains(TextNode.valueOf(ours));
    }
}
