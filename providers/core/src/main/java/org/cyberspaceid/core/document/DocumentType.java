package org.cyberspaceid.core.document;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The register of the identity documents that the Measures accept (Order 173), one entry each ({@code documents.md}). Another one is
 * another entry here and another row in {@code DocumentTypeTest}; that test and the theme's say what the entry still lacks.
 */
public enum DocumentType {
    RESIDENT_ID_CARD(
            NumberRule.RESIDENT,
            ChipClass.ID,
            EnumSet.of(EvidenceRoute.READER_STATEMENT, EvidenceRoute.POPULATION_REGISTRY),
            AssuranceLevel.VOUCHED,
            new LocalisedName("Resident ID card", "居民身份证", "居民身份證")),
    RESIDENCE_PERMIT_HK_MACAO(
            NumberRule.HK_MACAO_RESIDENT,
            ChipClass.ID,
            EnumSet.of(EvidenceRoute.READER_STATEMENT, EvidenceRoute.POPULATION_REGISTRY),
            AssuranceLevel.VOUCHED,
            new LocalisedName("Residence permit for Hong Kong and Macao residents", "港澳居民居住证", "港澳居民居住證")),
    RESIDENCE_PERMIT_TAIWAN(
            NumberRule.TAIWAN_RESIDENT,
            ChipClass.ID,
            EnumSet.of(EvidenceRoute.READER_STATEMENT, EvidenceRoute.POPULATION_REGISTRY),
            AssuranceLevel.VOUCHED,
            new LocalisedName("Residence permit for Taiwan residents", "台湾居民居住证", "台灣居民居住證")),
    FOREIGN_PERMANENT_RESIDENT_ID(
            NumberRule.FOREIGN_RESIDENT,
            ChipClass.ID,
            EnumSet.of(EvidenceRoute.READER_STATEMENT, EvidenceRoute.POPULATION_REGISTRY),
            AssuranceLevel.VOUCHED,
            new LocalisedName("Foreign permanent resident ID card (2023)", "外国人永久居留身份证（2023 版）", "外國人永久居留身份證（2023 版）")),
    FOREIGN_PERMANENT_RESIDENT_ID_2017(
            NumberRule.FOREIGN_RESIDENT_2017,
            ChipClass.ID,
            EnumSet.of(EvidenceRoute.READER_STATEMENT, EvidenceRoute.POPULATION_REGISTRY),
            AssuranceLevel.VOUCHED,
            new LocalisedName("Foreign permanent resident ID card (2017)", "外国人永久居留身份证（2017 版）", "外國人永久居留身份證（2017 版）")),
    TRAVEL_PERMIT_HK_MACAO(
            NumberRule.HK_MACAO_TRAVEL,
            ChipClass.TRAVEL,
            EnumSet.of(EvidenceRoute.ICAO_CHIP, EvidenceRoute.READER_STATEMENT, EvidenceRoute.POPULATION_REGISTRY),
            AssuranceLevel.PROVEN,
            new LocalisedName(
                    "Mainland travel permit for Hong Kong and Macao residents", "港澳居民来往内地通行证", "港澳居民來往內地通行證")),
    TRAVEL_PERMIT_TAIWAN(
            NumberRule.TAIWAN_TRAVEL,
            ChipClass.TRAVEL,
            EnumSet.of(EvidenceRoute.ICAO_CHIP, EvidenceRoute.READER_STATEMENT, EvidenceRoute.POPULATION_REGISTRY),
            AssuranceLevel.PROVEN,
            new LocalisedName("Mainland travel permit for Taiwan residents", "台湾居民来往大陆通行证", "台灣居民來往大陸通行證")),
    PASSPORT(
            NumberRule.PASSPORT,
            ChipClass.TRAVEL,
            EnumSet.of(EvidenceRoute.ICAO_CHIP, EvidenceRoute.POPULATION_REGISTRY),
            AssuranceLevel.PROVEN,
            new LocalisedName("Chinese passport", "中国护照", "中國護照"));

    private final NumberRule numberRule;
    private final ChipClass chipClass;
    private final Set<EvidenceRoute> routes;
    private final AssuranceLevel assurance;
    private final LocalisedName displayName;

    DocumentType(
            NumberRule numberRule,
            ChipClass chipClass,
            Set<EvidenceRoute> routes,
            AssuranceLevel assurance,
            LocalisedName displayName) {
        this.numberRule = numberRule;
        this.chipClass = chipClass;
        this.routes = Set.copyOf(routes);
        this.assurance = assurance;
        this.displayName = displayName;
    }

    NumberRule numberRule() {
        return numberRule;
    }

    /** How its chip is read. */
    public ChipClass chipClass() {
        return chipClass;
    }

    /** Whether this kind of evidence is accepted for it. */
    public boolean takes(EvidenceRoute route) {
        return routes.contains(route);
    }

    /** The highest level that its evidence can reach; a reading may reach less ({@link VerifiedDocument.ChipProof#level()}). */
    public AssuranceLevel assurance() {
        return assurance;
    }

    /** Its name for people. */
    public LocalisedName displayName() {
        return displayName;
    }

    /** The stable name used in forms, statements and message keys, for example {@code resident_id_card}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type with this code, if there is one. */
    public static Optional<DocumentType> ofCode(String code) {
        return Arrays.stream(values()).filter(t -> t.code().equals(code)).findFirst();
    }
}
