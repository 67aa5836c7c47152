package org.cyberspaceid.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cyberspaceid.document.Readings.AUDIENCE;
import static org.cyberspaceid.document.Readings.AUTHORITY;
import static org.cyberspaceid.document.Readings.CHALLENGE;
import static org.cyberspaceid.document.Readings.issue;
import static org.cyberspaceid.document.Readings.submission;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.document.DocumentCheck.Verdict;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.document.check.Outcome;
import org.cyberspaceid.document.submission.Submission.ChipFiles;
import org.cyberspaceid.document.submission.Submission.Statement;
import org.cyberspaceid.document.submission.SubmissionReader;
import org.cyberspaceid.document.trust.TrustSources;
import org.cyberspaceid.virtual.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentInspectorTest {
    private static final Optional<DocumentType> PASSPORT = Optional.of(DocumentType.PASSPORT);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String NOTHING = "NOT_PERFORMED";

    private static final Set<DocumentCheck> OF_A_CHIP = Set.of(
            DocumentCheck.SIGNATURE,
            DocumentCheck.CERTIFICATE_CHAIN,
            DocumentCheck.REVOCATION,
            DocumentCheck.DATA_GROUP_HASHES,
            DocumentCheck.COUNTRY_AGREEMENT,
            DocumentCheck.ACTIVE_AUTHENTICATION,
            DocumentCheck.MACHINE_READABLE_ZONE,
            DocumentCheck.NUMBER_RULE,
            DocumentCheck.VALIDITY_PERIOD);

    @Test
    void everyCheckOfAGenuineChipSucceeds() {
        Map<DocumentCheck, Outcome> outcomes = inspect(chip(Variant.GENUINE));
        for (DocumentCheck check : DocumentCheck.values()) {
            assertThat(said(outcomes, check))
                    .as(check.name())
                    .isEqualTo(OF_A_CHIP.contains(check) ? "SUCCESS" : NOTHING);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, VALIDITY_PERIOD, FAILED document_expired",
        "REVOKED, REVOCATION, FAILED signer_revoked",
        "TAMPERED, DATA_GROUP_HASHES, FAILED hash_differs_or_group_not_listed",
        "TAMPERED, MACHINE_READABLE_ZONE, NOT_PERFORMED not_authentic",
        "TAMPERED, VALIDITY_PERIOD, NOT_PERFORMED",
        "FOREIGN_AUTHORITY, CERTIFICATE_CHAIN, FAILED issuer_key_unknown",
        "FOREIGN_AUTHORITY, REVOCATION, NOT_PERFORMED",
        "FOREIGN_AUTHORITY, SIGNATURE, SUCCESS",
        "FOREIGN_AUTHORITY, MACHINE_READABLE_ZONE, NOT_PERFORMED not_authentic",
        "CLONE, ACTIVE_AUTHENTICATION, FAILED chip_did_not_sign_the_challenge",
        "CLONE, MACHINE_READABLE_ZONE, SUCCESS",
        "OTHER_COUNTRY, COUNTRY_AGREEMENT, FAILED countries_differ",
        "WRONG_KEY_USAGE, CERTIFICATE_CHAIN, FAILED signer_profile",
        "WRONG_KEY_USAGE, REVOCATION, SUCCESS",
        "WRONG_CHECK_DIGIT, MACHINE_READABLE_ZONE, FAILED check_digit_or_date",
        "WRONG_NUMBER, NUMBER_RULE, FAILED number_rule",
    })
    void aForgeryFailsItsOwnCheckAndSaysWhy(Variant variant, DocumentCheck check, String said) {
        assertThat(said(inspect(chip(variant)), check)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "1, CERTIFICATE_CHAIN, SUCCESS",
        "1, REVOCATION, UNDETERMINED revocation_list_out_of_date",
        "1, VALIDITY_PERIOD, SUCCESS",
        "16, CERTIFICATE_CHAIN, FAILED signer_out_of_date",
        "26, CERTIFICATE_CHAIN, FAILED authority_out_of_date",
        "26, REVOCATION, NOT_PERFORMED",
    })
    void laterItSaysWhatHasEnded(int years, DocumentCheck check, String said) {
        Instant then = Instant.now().plus(YEAR.multipliedBy(years));
        assertThat(said(inspect(then, sources(), chip(Variant.GENUINE)), check)).isEqualTo(said);
    }

    @Test
    void withoutItsAuthorityTheIssuerIsUnknown() {
        Path nobody = Readings.temporaryFolder();
        TrustSources none = new TrustSources(List.of(nobody), List.of(), List.of(AUTHORITY.crlFolder()), Set.of());
        Map<DocumentCheck, Outcome> outcomes = inspect(Instant.now(), none, chip(Variant.GENUINE));
        assertThat(said(outcomes, DocumentCheck.CERTIFICATE_CHAIN)).isEqualTo("FAILED issuer_unknown");
        assertThat(said(outcomes, DocumentCheck.SIGNATURE)).isEqualTo("SUCCESS");
        assertThat(said(outcomes, DocumentCheck.DATA_GROUP_HASHES)).isEqualTo("SUCCESS");
    }

    @Test
    void withoutARevocationListItIsUndetermined() {
        TrustSources noList = new TrustSources(List.of(AUTHORITY.cscaFolder()), List.of(), List.of(), Set.of());
        assertThat(said(inspect(Instant.now(), noList, chip(Variant.GENUINE)), DocumentCheck.REVOCATION))
                .isEqualTo("UNDETERMINED revocation_list_missing");
    }

    @Test
    void theSodAloneIsEnough() {
        ChipFiles alone = with(chip(Variant.GENUINE), Map.of());
        Map<DocumentCheck, Outcome> outcomes = inspect(alone);
        assertThat(said(outcomes, DocumentCheck.SIGNATURE)).isEqualTo("SUCCESS");
        assertThat(said(outcomes, DocumentCheck.CERTIFICATE_CHAIN)).isEqualTo("SUCCESS");
        assertThat(said(outcomes, DocumentCheck.REVOCATION)).isEqualTo("SUCCESS");
        assertThat(said(outcomes, DocumentCheck.DATA_GROUP_HASHES)).isEqualTo(NOTHING);
        assertThat(said(outcomes, DocumentCheck.MACHINE_READABLE_ZONE)).isEqualTo(NOTHING);
    }

    @Test
    void withoutDg1NothingIsReadOfIt() {
        ChipFiles whole = chip(Variant.GENUINE);
        ChipFiles portraitOnly = with(whole, Map.of(2, whole.dataGroups().get(2)));
        assertThat(said(inspect(portraitOnly), DocumentCheck.DATA_GROUP_HASHES)).isEqualTo("SUCCESS");
        assertThat(said(inspect(portraitOnly), DocumentCheck.MACHINE_READABLE_ZONE))
                .isEqualTo(NOTHING);
    }

    @Test
    void withoutATypeNeitherTypeNorNumberIsLookedAt() {
        Map<DocumentCheck, Outcome> outcomes = new DocumentInspector(Instant.now())
                .chip(sources(), chip(Variant.WRONG_NUMBER), Optional.empty(), Optional.of(CHALLENGE));
        assertThat(said(outcomes, DocumentCheck.NUMBER_RULE)).isEqualTo(NOTHING);
        assertThat(said(outcomes, DocumentCheck.MACHINE_READABLE_ZONE)).isEqualTo("SUCCESS");
    }

    @Test
    void anotherTypeIsSaid() {
        Map<DocumentCheck, Outcome> outcomes = new DocumentInspector(Instant.now())
                .chip(
                        sources(),
                        chip(Variant.GENUINE),
                        Optional.of(DocumentType.TRAVEL_PERMIT_TAIWAN),
                        Optional.of(CHALLENGE));
        assertThat(said(outcomes, DocumentCheck.MACHINE_READABLE_ZONE)).isEqualTo("FAILED another_document_type");
    }

    @Test
    void withoutAChallengeTheAnswerIsNotLookedAt() {
        Map<DocumentCheck, Outcome> outcomes =
                new DocumentInspector(Instant.now()).chip(sources(), chip(Variant.CLONE), PASSPORT, Optional.empty());
        assertThat(said(outcomes, DocumentCheck.ACTIVE_AUTHENTICATION)).isEqualTo(NOTHING);
    }

    @Test
    void aGroupThatCannotBeReadIsMalformed() {
        ChipFiles whole = chip(Variant.GENUINE);
        SortedMap<Integer, byte[]> groups = new TreeMap<>(whole.dataGroups());
        groups.put(15, new byte[] {0x6F, 0x01, 0x00});
        Map<DocumentCheck, Outcome> outcomes = inspect(with(whole, groups));
        assertThat(said(outcomes, DocumentCheck.DATA_GROUP_HASHES))
                .isEqualTo("FAILED hash_differs_or_group_not_listed");
        assertThat(said(outcomes, DocumentCheck.ACTIVE_AUTHENTICATION)).isEqualTo(NOTHING);
    }

    @Test
    void aSodThatIsNoneIsMalformed() {
        ChipFiles garbage =
                new ChipFiles(new byte[] {0x77, 0x7F, 1, 2, 3}, new TreeMap<Integer, byte[]>(), Optional.empty());
        Map<DocumentCheck, Outcome> outcomes = inspect(garbage);
        assertThat(outcomes).hasSize(DocumentCheck.values().length);
        assertThat(said(outcomes, DocumentCheck.SIGNATURE)).isEqualTo("FAILED malformed");
        assertThat(said(outcomes, DocumentCheck.CERTIFICATE_CHAIN)).isEqualTo(NOTHING);
    }

    @Test
    void aStatementIsChecked() {
        String jws = ((Statement)
                        SubmissionReader.read(submission(issue(DocumentType.RESIDENT_ID_CARD, Variant.GENUINE))))
                .jws();
        assertThat(said(statement(DocumentType.RESIDENT_ID_CARD, jws, CHALLENGE), DocumentCheck.STATEMENT))
                .isEqualTo("SUCCESS");
        assertThat(said(statement(DocumentType.RESIDENT_ID_CARD, jws, new byte[8]), DocumentCheck.STATEMENT))
                .isEqualTo("FAILED statement_invalid");
        assertThat(said(statement(DocumentType.RESIDENT_ID_CARD, "garbage", CHALLENGE), DocumentCheck.STATEMENT))
                .startsWith("FAILED ");
        assertThat(said(statement(DocumentType.RESIDENT_ID_CARD, jws, CHALLENGE), DocumentCheck.SIGNATURE))
                .isEqualTo("SUCCESS");
        assertThat(said(statement(DocumentType.RESIDENT_ID_CARD, jws, CHALLENGE), DocumentCheck.DATA_GROUP_HASHES))
                .isEqualTo(NOTHING);
    }

    private static Map<DocumentCheck, Outcome> statement(DocumentType type, String jws, byte[] challenge) {
        return new DocumentInspector(Instant.now())
                .statement(AUTHORITY.readerServiceFolder(), type, jws, challenge, AUDIENCE);
    }

    private static Map<DocumentCheck, Outcome> inspect(ChipFiles files) {
        return inspect(Instant.now(), sources(), files);
    }

    private static Map<DocumentCheck, Outcome> inspect(Instant now, TrustSources sources, ChipFiles files) {
        return new DocumentInspector(now).chip(sources, files, PASSPORT, Optional.of(CHALLENGE));
    }

    private static TrustSources sources() {
        return new TrustSources(List.of(AUTHORITY.cscaFolder()), List.of(), List.of(AUTHORITY.crlFolder()), Set.of());
    }

    private static ChipFiles chip(Variant variant) {
        return (ChipFiles) SubmissionReader.read(submission(issue(DocumentType.PASSPORT, variant)));
    }

    private static ChipFiles with(ChipFiles chip, Map<Integer, byte[]> groups) {
        return new ChipFiles(chip.sod(), new TreeMap<>(groups), chip.activeAuthentication());
    }

    private static String said(Map<DocumentCheck, Outcome> outcomes, DocumentCheck check) {
        Outcome outcome = outcomes.get(check);
        assertThat(outcome.verdict() == Verdict.SUCCESS && outcome.reason().isPresent())
                .isFalse();
        return outcome.verdict() + outcome.reason().map(r -> " " + r).orElse("");
    }
}
