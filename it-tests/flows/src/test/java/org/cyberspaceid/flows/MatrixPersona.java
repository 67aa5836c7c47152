package org.cyberspaceid.flows;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.PersonName;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.mobile.MobileNumber;

/**
 * Somebody of the claims matrix, and by hand what an ISP must hear about them.
 *
 * @param truth claim by claim; a claim that is missing here is unknown
 * @param verified whether {@code verified_claims} may be told at all
 */
record MatrixPersona(String what, Person person, Map<String, Boolean> truth, boolean verified) {
    /** Scope by claim, as in {@code oidc.md}. */
    static final Map<String, String> TABLE = Map.of(
            "identity_verified", "identity_verified",
            "age_over_14", "age_over_14",
            "age_over_16", "age_over_16",
            "age_over_18", "age_over_18",
            "age_over_60", "age_over_60",
            "phone_number_verified", "phone_verified",
            "mainland_resident", "mainland_resident");

    private static final Random RANDOM = new Random();

    /** Several tests draw people of one birth date, for which there are a thousand numbers: none is drawn twice. */
    private static final Set<DocumentNumber> DRAWN = ConcurrentHashMap.newKeySet();

    private static final String PASSWORD = "40718263";

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    static List<MatrixPersona> all() {
        List<MatrixPersona> all = new ArrayList<>();
        all.add(of("a child of 13", DocumentType.RESIDENT_ID_CARD, 13, 37, false, 0, true));
        all.add(of("14 today", DocumentType.RESIDENT_ID_CARD, 14, 0, false, 1, true));
        all.add(of("16 tomorrow", DocumentType.RESIDENCE_PERMIT_TAIWAN, 16, -1, false, 1, true));
        all.add(of("16 today, by a passport", DocumentType.PASSPORT, 16, 0, false, 2, false));
        all.add(of("18 tomorrow", DocumentType.RESIDENT_ID_CARD, 18, -1, false, 2, true));
        all.add(of("18 today", DocumentType.RESIDENCE_PERMIT_HK_MACAO, 18, 0, false, 3, true));
        all.add(of("60 tomorrow", DocumentType.TRAVEL_PERMIT_HK_MACAO, 60, -1, false, 3, false));
        all.add(of("60 today", DocumentType.FOREIGN_PERMANENT_RESIDENT_ID, 60, 0, false, 4, false));
        all.add(of("an expired card", DocumentType.RESIDENT_ID_CARD, 40, 37, true, 3, true));
        return all;
    }

    /** @param birthdays how many of 14, 16, 18 and 60 lie behind */
    private static MatrixPersona of(
            String what, DocumentType type, int years, int days, boolean expired, int birthdays, boolean resident) {
        LocalDate born = today().minusYears(years).minusDays(days);
        Map<String, Boolean> truth = new java.util.HashMap<>(Map.of(
                "identity_verified", !expired,
                "age_over_14", birthdays > 0,
                "age_over_16", birthdays > 1,
                "age_over_18", birthdays > 2,
                "age_over_60", birthdays > 3,
                "phone_number_verified", true));
        if (resident) {
            truth.put("mainland_resident", true);
        }
        return new MatrixPersona(what, person(type, born, expired), truth, !expired);
    }

    private static DocumentNumber number(DocumentType type, LocalDate born) {
        return Stream.generate(() -> ManyNumbers.make(type, born, today(), RANDOM))
                .filter(DRAWN::add)
                .findFirst()
                .orElseThrow();
    }

    static Person person(DocumentType type, LocalDate born, boolean expired) {
        VerifiedDocument document = new VerifiedDocument(
                number(type, born),
                new PersonName("欧阳晓蓉", Optional.of("OUYANG XIAORONG")),
                born,
                expired ? today().minusDays(1) : today().plusYears(4).plusDays(99),
                VerifiedDocument.ChipProof.ORIGINAL);
        MobileNumber mobile = new MobileNumber("+86136" + ManyNumbers.digits(8, RANDOM));
        return new Person(type, document, mobile, PASSWORD);
    }

    @Override
    public String toString() {
        return what;
    }
}
