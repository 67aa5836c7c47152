package org.cyberspaceid.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cyberspaceid.document.Readings.accepted;
import static org.cyberspaceid.document.Readings.issue;
import static org.cyberspaceid.document.Readings.problem;
import static org.cyberspaceid.document.Readings.submission;
import static org.cyberspaceid.document.Readings.verify;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.document.DocumentCheck.Verdict;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.DocumentVerdict.Accepted;
import org.cyberspaceid.core.document.VerifiedDocument.ChipProof;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.virtual.ChipProfile;
import org.cyberspaceid.virtual.DocumentOrder;
import org.cyberspaceid.virtual.PortraitFormat;
import org.cyberspaceid.virtual.Variant;
import org.cyberspaceid.virtual.VirtualDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChipVerificationTest {

    @ParameterizedTest
    @EnumSource(
            value = DocumentType.class,
            names = {"PASSPORT", "TRAVEL_PERMIT_HK_MACAO", "TRAVEL_PERMIT_TAIWAN"})
    void acceptsAGenuineDocument(DocumentType type) {
        VirtualDocument document = issue(type, Variant.GENUINE);
        Accepted verdict = accepted(verify(document));
        assertThat(verdict.document().number().value()).isEqualTo(document.number());
        assertThat(verdict.document().name().inDocument()).isEqualTo("王小明");
        assertThat(verdict.document().name().latin()).contains("WANG XIAOMING");
        assertThat(verdict.document().birthDate()).isEqualTo(Readings.BORN);
        assertThat(verdict.document().expiresOn()).isEqualTo(document.expiresOn());
        assertThat(verdict.document().chipProof()).isEqualTo(ChipProof.ORIGINAL);
        assertThat(verdict.portrait()).startsWith(0xFF, 0xD8, 0xFF);
        assertThat(verdict.checks())
                .hasSize(9)
                .allSatisfy((c, v) -> assertThat(v).isEqualTo(Verdict.SUCCESS));
    }

    @ParameterizedTest
    @CsvSource({"RSA_PKCS1, RSA", "RSA_PSS, EC", "ECDSA_P256, RSA", "ECDSA_P256, EC"})
    void knowsTheAlgorithms(ChipProfile.Signer signer, ChipProfile.KeyKind chipKey) {
        VirtualDocument document = Readings.AUTHORITY.issue(
                Readings.order(DocumentType.PASSPORT, Variant.GENUINE), new ChipProfile(signer, chipKey));
        assertThat(accepted(verify(document)).document().chipProof()).isEqualTo(ChipProof.ORIGINAL);
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, DOCUMENT_EXPIRED, VALIDITY_PERIOD",
        "REVOKED, DOCUMENT_REVOKED, REVOCATION",
        "TAMPERED, DOCUMENT_TAMPERED, DATA_GROUP_HASHES",
        "FOREIGN_AUTHORITY, DOCUMENT_AUTHORITY_UNKNOWN, CERTIFICATE_CHAIN",
        "CLONE, DOCUMENT_CLONED, ACTIVE_AUTHENTICATION",
        "OTHER_COUNTRY, DOCUMENT_AUTHORITY_UNKNOWN, COUNTRY_AGREEMENT",
        "WRONG_KEY_USAGE, DOCUMENT_AUTHORITY_UNKNOWN, CERTIFICATE_CHAIN",
        "WRONG_CHECK_DIGIT, READING_MALFORMED, MACHINE_READABLE_ZONE",
        "WRONG_NUMBER, DOCUMENT_NUMBER_INVALID, NUMBER_RULE",
    })
    void refusesEachForgery(Variant variant, Problem problem, DocumentCheck failed) {
        var verdict = verify(issue(DocumentType.PASSPORT, variant));
        assertThat(problem(verdict)).contains(problem);
        assertThat(verdict.checks()).containsEntry(failed, Verdict.FAILED);
    }

    @Test
    void refusesACloneWithAnRsaKey() {
        VirtualDocument clone = Readings.AUTHORITY.issue(
                Readings.order(DocumentType.PASSPORT, Variant.CLONE),
                new ChipProfile(ChipProfile.Signer.RSA_PKCS1, ChipProfile.KeyKind.RSA));
        assertThat(problem(verify(clone))).contains(Problem.DOCUMENT_CLONED);
    }

    @Test
    void acceptsAChipWithoutActiveAuthenticationAsUnprotected() {
        Accepted verdict = accepted(verify(issue(DocumentType.PASSPORT, Variant.NO_ACTIVE_AUTHENTICATION)));
        assertThat(verdict.document().chipProof()).isEqualTo(ChipProof.UNPROTECTED);
        assertThat(verdict.checks()).containsEntry(DocumentCheck.ACTIVE_AUTHENTICATION, Verdict.NOT_PERFORMED);
    }

    @ParameterizedTest
    @CsvSource({"RSA", "EC"})
    void refusesAnAnswerToAnotherChallenge(ChipProfile.KeyKind chipKey) {
        VirtualDocument document = Readings.AUTHORITY.issue(
                Readings.order(DocumentType.PASSPORT, Variant.GENUINE),
                new ChipProfile(ChipProfile.Signer.ECDSA_P256, chipKey));
        byte[] recorded = document.submission(new byte[] {8, 7, 6, 5, 4, 3, 2, 1}, Readings.AUDIENCE);
        assertThat(problem(verify(DocumentType.PASSPORT, recorded))).contains(Problem.DOCUMENT_CLONED);
    }

    @Test
    void refusesACopyThatKeepsItsAnswerBack() {
        byte[] genuine = submission(issue(DocumentType.PASSPORT, Variant.GENUINE));
        assertThat(problem(verify(DocumentType.PASSPORT, Json.change(genuine, s -> s.remove("activeAuthentication")))))
                .contains(Problem.DOCUMENT_CLONED);
        assertThat(problem(verify(
                        DocumentType.PASSPORT,
                        Json.change(genuine, s -> Json.groups(s).remove("15")))))
                .contains(Problem.DOCUMENT_CLONED);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "11", "14"})
    void refusesAReadingWithoutAGroupThatTheDocumentHas(String group) {
        byte[] genuine = submission(issue(DocumentType.PASSPORT, Variant.GENUINE));
        assertThat(problem(verify(
                        DocumentType.PASSPORT,
                        Json.change(genuine, s -> Json.groups(s).remove(group)))))
                .contains(Problem.READING_MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "11", "14", "15"})
    void refusesAGroupOfAnotherDocument(String group) {
        byte[] mine = submission(issue(DocumentType.PASSPORT, Variant.GENUINE));
        DocumentOrder other = new DocumentOrder(
                DocumentType.PASSPORT,
                "李雷",
                Optional.of("LI LEI"),
                Readings.BORN.plusDays(1),
                Readings.PORTRAIT,
                PortraitFormat.JPEG2000,
                Variant.GENUINE);
        byte[] theirs = submission(Readings.AUTHORITY.issue(other));
        byte[] mixed = Json.change(
                mine,
                s -> Json.groups(s).set(group, Json.groups(Json.parse(theirs)).get(group)));
        // DG14 says the same in every document of the sandbox
        Optional<Problem> expected = "14".equals(group) ? Optional.empty() : Optional.of(Problem.DOCUMENT_TAMPERED);
        assertThat(problem(verify(DocumentType.PASSPORT, mixed))).isEqualTo(expected);
    }

    @Test
    void refusesAGroupThatTheDocumentDoesNotList() {
        byte[] genuine = submission(issue(DocumentType.PASSPORT, Variant.GENUINE));
        byte[] dg12 = {0x6C, 0};
        assertThat(problem(verify(
                        DocumentType.PASSPORT,
                        Json.change(genuine, s -> Json.groups(s).put("12", dg12)))))
                .contains(Problem.DOCUMENT_TAMPERED);
    }

    @Test
    void refusesASignatureThatWasTouched() {
        byte[] genuine = submission(issue(DocumentType.PASSPORT, Variant.GENUINE));
        byte[] touched = Json.change(
                genuine,
                s -> Json.bytes(s, "sod", sod -> {
                    byte[] other = sod.clone();
                    other[other.length - 1] ^= 1;
                    return other;
                }));
        assertThat(problem(verify(DocumentType.PASSPORT, touched))).contains(Problem.DOCUMENT_TAMPERED);
    }

    @Test
    void readsAPortraitInJpeg2000() {
        DocumentOrder order = new DocumentOrder(
                DocumentType.PASSPORT,
                "MARIA DA SILVA",
                Optional.empty(),
                Readings.BORN,
                Readings.PORTRAIT,
                PortraitFormat.JPEG2000,
                Variant.GENUINE);
        Accepted verdict = accepted(verify(Readings.AUTHORITY.issue(order)));
        assertThat(Arrays.copyOf(verdict.portrait(), 6)).containsExactly(0, 0, 0, 0x0C, 'j', 'P');
        assertThat(verdict.document().name().inDocument()).isEqualTo("MARIA DA SILVA");
    }

    @ParameterizedTest
    @EnumSource(
            value = Variant.class,
            names = {"PORTRAIT_HUGE_PNG", "PORTRAIT_TINY_TILES"})
    void passesAnImageOnForTheFaceWorkerToJudge(Variant variant) {
        assertThat(accepted(verify(issue(DocumentType.PASSPORT, variant))).portrait())
                .hasSizeGreaterThan(20_000);
    }

    @Test
    void refusesAPortraitThatIsNoImage() {
        assertThat(problem(verify(issue(DocumentType.PASSPORT, Variant.PORTRAIT_NO_IMAGE))))
                .contains(Problem.PORTRAIT_UNUSABLE);
    }

    @Test
    void refusesAnotherTypeThanTheOneChosen() {
        byte[] passport = submission(issue(DocumentType.PASSPORT, Variant.GENUINE));
        assertThat(problem(verify(DocumentType.TRAVEL_PERMIT_TAIWAN, passport)))
                .contains(Problem.DOCUMENT_TYPE_MISMATCH);
        assertThat(problem(verify(DocumentType.RESIDENT_ID_CARD, passport))).contains(Problem.DOCUMENT_TYPE_MISMATCH);
        byte[] permit = submission(issue(DocumentType.TRAVEL_PERMIT_HK_MACAO, Variant.GENUINE));
        assertThat(problem(verify(DocumentType.PASSPORT, permit))).contains(Problem.DOCUMENT_TYPE_MISMATCH);
    }

    @Test
    void doesNotTakeAStaleRevocationListForGood() {
        byte[] genuine = submission(issue(DocumentType.PASSPORT, Variant.GENUINE));
        var verdict = Readings.verifyLater(Duration.ofDays(91), DocumentType.PASSPORT, genuine);
        assertThat(problem(verdict)).contains(Problem.DOCUMENT_AUTHORITY_UNKNOWN);
        assertThat(verdict.checks()).containsEntry(DocumentCheck.REVOCATION, Verdict.UNDETERMINED);
    }

    @Test
    void doesNotTakeAMissingRevocationListForGood() {
        TrustAnchors withoutList = TrustAnchors.load(
                Readings.AUTHORITY.cscaFolder(), Readings.AUTHORITY.readerServiceFolder(), Readings.temporaryFolder());
        var verdict = new ReadingVerifier(withoutList, Clock.systemUTC())
                .verify(
                        DocumentType.PASSPORT,
                        submission(issue(DocumentType.PASSPORT, Variant.GENUINE)),
                        Readings.CHALLENGE,
                        Readings.AUDIENCE);
        assertThat(verdict.checks()).containsEntry(DocumentCheck.REVOCATION, Verdict.UNDETERMINED);
    }
}
