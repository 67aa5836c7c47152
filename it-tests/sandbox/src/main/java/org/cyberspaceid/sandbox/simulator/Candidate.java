package org.cyberspaceid.sandbox.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cyberspaceid.core.claims.BooleanClaim;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.core.document.ChipClass;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.PersonName;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.document.VerifiedDocument.ChipProof;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.virtual.NumberMaker;
import org.cyberspaceid.virtual.Variant;

/**
 * Somebody who might have the wanted answers. The answers are computed by the rules of the product itself, so a new claim is here as soon
 * as it is there. Some candidates cannot enrol; they are here so that a refusal can say why.
 *
 * @param age in full years
 * @param protectedChip whether the chip can prove that it is the original
 */
record Candidate(DocumentType type, int age, boolean protectedChip, boolean mobileVerified) {
    private static final List<Integer> AGES = List.of(34, 67, 17, 15, 13);
    private static final MobileNumber ANY_MOBILE = new MobileNumber("+8613800138000");

    /** All there are; those who can enrol first, and of these the ordinary ones. */
    static final List<Candidate> ALL = IntStream.range(0, 4)
            .boxed()
            .flatMap(kind -> AGES.stream()
                    .flatMap(age -> Stream.of(DocumentType.values())
                            .map(type -> new Candidate(type, age, kind % 2 == 0, kind < 2))))
            .sorted(Comparator.comparing(c -> c.obstacle().isPresent()))
            .toList();

    /** A stable name. */
    String id() {
        return "simulated-" + type.code() + "-" + age + (protectedChip ? "" : "-unprotected-chip");
    }

    LocalDate birthDate(LocalDate today) {
        return today.minusYears(age).minusDays(100);
    }

    Variant variant() {
        return protectedChip ? Variant.GENUINE : Variant.NO_ACTIVE_AUTHENTICATION;
    }

    /** Why nobody like this can be had, as a stable code. */
    Optional<Refusal> obstacle() {
        if (!mobileVerified) {
            return Optional.of(Refusal.MOBILE_ALWAYS_VERIFIED);
        }
        if (age < Age.ADULT) {
            return Optional.of(Refusal.MINORS_CANNOT_ENROL);
        }
        return !protectedChip && type.chipClass() == ChipClass.ID
                ? Optional.of(Refusal.CARDS_ALWAYS_PROVE_IDENTITY)
                : Optional.empty();
    }

    /** Whether these are the answers; {@code null} for a claim that is left out. */
    boolean hasAnswers(Map<String, Boolean> wanted, LocalDate today) {
        Map<String, Boolean> answers = answers(today);
        return wanted.entrySet().stream().allMatch(w -> Objects.equals(answers.get(w.getKey()), w.getValue()));
    }

    /** What an ISP would learn on that day: each claim by its name, without those whose answer is unknown. */
    Map<String, Boolean> answers(LocalDate today) {
        return answers(birthDate(today), today);
    }

    /** The same for a birth date that is given. */
    Map<String, Boolean> answers(LocalDate birthDate, LocalDate today) {
        IdentityRecord record = record(birthDate, today);
        Map<String, Boolean> answers = new LinkedHashMap<>();
        Arrays.stream(BooleanClaim.values())
                .forEach(c -> c.answer(record, today).ifPresent(a -> answers.put(c.claimName(), a)));
        return answers;
    }

    private IdentityRecord record(LocalDate birthDate, LocalDate today) {
        DocumentNumber number = DocumentNumber.parse(type, NumberMaker.make(type, birthDate, today), today)
                .orElseThrow();
        VerifiedDocument document = new VerifiedDocument(
                number, new PersonName("X", Optional.empty()), birthDate, today.plusYears(5), proof());
        return new IdentityRecord(document, ANY_MOBILE, mobileVerified, "", Instant.EPOCH);
    }

    private ChipProof proof() {
        if (!protectedChip) {
            return ChipProof.UNPROTECTED;
        }
        return type.chipClass() == ChipClass.ID ? ChipProof.READER_VOUCHED : ChipProof.ORIGINAL;
    }
}
