package org.cyberspaceid.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cyberspaceid.document.Readings.accepted;
import static org.cyberspaceid.document.Readings.issue;
import static org.cyberspaceid.document.Readings.problem;
import static org.cyberspaceid.document.Readings.submission;
import static org.cyberspaceid.document.Readings.verify;

import java.time.Duration;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.document.DocumentCheck.Verdict;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.DocumentVerdict.Accepted;
import org.cyberspaceid.core.document.VerifiedDocument.ChipProof;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.virtual.Variant;
import org.cyberspaceid.virtual.VirtualDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class StatementVerificationTest {
    private static final DocumentType CARD = DocumentType.RESIDENT_ID_CARD;

    @ParameterizedTest
    @EnumSource(
            value = DocumentType.class,
            mode = Mode.EXCLUDE,
            names = {"PASSPORT", "TRAVEL_PERMIT_HK_MACAO", "TRAVEL_PERMIT_TAIWAN"})
    void acceptsAGenuineCard(DocumentType type) {
        VirtualDocument card = issue(type, Variant.GENUINE);
        Accepted verdict = accepted(verify(card));
        assertThat(verdict.document().number().value()).isEqualTo(card.number());
        assertThat(verdict.document().name().inDocument()).isEqualTo("王小明");
        assertThat(verdict.document().birthDate()).isEqualTo(Readings.BORN);
        assertThat(verdict.document().expiresOn()).isEqualTo(card.expiresOn());
        assertThat(verdict.document().chipProof()).isEqualTo(ChipProof.READER_VOUCHED);
        assertThat(verdict.portrait()).startsWith(0xFF, 0xD8, 0xFF);
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, DOCUMENT_EXPIRED, VALIDITY_PERIOD",
        "REVOKED, DOCUMENT_REVOKED, REVOCATION",
        "TAMPERED, DOCUMENT_TAMPERED, SIGNATURE",
        "FOREIGN_AUTHORITY, DOCUMENT_AUTHORITY_UNKNOWN, CERTIFICATE_CHAIN",
        "CLONE, STATEMENT_INVALID, STATEMENT",
        "WRONG_NUMBER, DOCUMENT_NUMBER_INVALID, NUMBER_RULE",
    })
    void refusesEachForgery(Variant variant, Problem problem, DocumentCheck failed) {
        var verdict = verify(issue(CARD, variant));
        assertThat(problem(verdict)).contains(problem);
        assertThat(verdict.checks()).containsEntry(failed, Verdict.FAILED);
    }

    @Test
    void refusesAStatementForSomebodyElse() {
        byte[] theirs = issue(CARD, Variant.GENUINE).submission(Readings.CHALLENGE, "https://other.example");
        assertThat(problem(verify(CARD, theirs))).contains(Problem.STATEMENT_INVALID);
    }

    @Test
    void refusesAStatementThatIsTooOldOrFromTheFuture() {
        byte[] statement = submission(issue(CARD, Variant.GENUINE));
        assertThat(problem(Readings.verifyLater(Duration.ofSeconds(90), CARD, statement)))
                .isEmpty();
        assertThat(problem(Readings.verifyLater(Duration.ofSeconds(121), CARD, statement)))
                .contains(Problem.STATEMENT_INVALID);
        assertThat(problem(Readings.verifyLater(Duration.ofSeconds(-90), CARD, statement)))
                .contains(Problem.STATEMENT_INVALID);
    }

    @Test
    void refusesAnotherTypeThanTheOneChosen() {
        byte[] statement = submission(issue(CARD, Variant.GENUINE));
        assertThat(problem(verify(DocumentType.RESIDENCE_PERMIT_TAIWAN, statement)))
                .contains(Problem.DOCUMENT_TYPE_MISMATCH);
        assertThat(problem(verify(DocumentType.PASSPORT, statement))).contains(Problem.DOCUMENT_TYPE_MISMATCH);
    }

    @Test
    void refusesAPassportThatAServiceVouchesFor() {
        byte[] passport = Statements.withClaims(
                issue(CARD, Variant.GENUINE),
                c -> c.put("document_type", "passport").put("document_number", "EA1234567"));
        assertThat(problem(verify(DocumentType.PASSPORT, passport))).contains(Problem.DOCUMENT_TYPE_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"travel_permit_hk_macao, H12345678", "travel_permit_taiwan, 12345678"})
    void acceptsATravelPermitThatAServiceVouchesFor(String row) {
        String[] stated = row.split(", ");
        byte[] permit = Statements.withClaims(
                issue(CARD, Variant.GENUINE),
                c -> c.put("document_type", stated[0]).put("document_number", stated[1]));
        Accepted verdict = accepted(verify(DocumentType.ofCode(stated[0]).orElseThrow(), permit));
        assertThat(verdict.document().chipProof()).isEqualTo(ChipProof.READER_VOUCHED);
    }

    @ParameterizedTest
    @CsvSource({
        "birth_date, 1990-07-25, DOCUMENT_NUMBER_INVALID",
        "birth_date, 1990-02-30, STATEMENT_INVALID",
        "expires_on, soon, STATEMENT_INVALID",
        "name, ' ', STATEMENT_INVALID",
        "name, 'a\u0000b', STATEMENT_INVALID",
        "document_type, driving_licence, DOCUMENT_TYPE_MISMATCH",
        "document_status, lost, STATEMENT_INVALID",
        "nonce, AQIDBAUGBwg=, STATEMENT_INVALID",
        "portrait, '!', STATEMENT_INVALID",
        "portrait, bm90IGFuIGltYWdl, PORTRAIT_UNUSABLE",
    })
    void refusesAServiceThatSaysWrongThings(String claim, String value, Problem problem) {
        VirtualDocument card = issue(CARD, Variant.GENUINE);
        assertThat(problem(verify(CARD, Statements.withClaims(card, c -> c.put(claim, value)))))
                .contains(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aud",
                "nonce",
                "iat",
                "exp",
                "document_type",
                "document_number",
                "name",
                "birth_date",
                "expires_on",
                "portrait"
            })
    void refusesAServiceThatLeavesSomethingOut(String claim) {
        VirtualDocument card = issue(CARD, Variant.GENUINE);
        assertThat(problem(verify(CARD, Statements.withClaims(card, c -> c.remove(claim)))))
                .contains(Problem.STATEMENT_INVALID);
    }

    @Test
    void refusesAStatementThatIsGoodForTooLong() {
        VirtualDocument card = issue(CARD, Variant.GENUINE);
        byte[] longest =
                Statements.withClaims(card, c -> c.put("exp", c.get("iat").asLong() + 300));
        byte[] tooLong =
                Statements.withClaims(card, c -> c.put("exp", c.get("iat").asLong() + 301));
        assertThat(problem(verify(CARD, longest))).isEmpty();
        assertThat(problem(verify(CARD, tooLong))).contains(Problem.STATEMENT_INVALID);
    }

    @Test
    void refusesAPortraitAboveTheCap() {
        VirtualDocument card = issue(CARD, Variant.GENUINE);
        byte[] large = Statements.withClaims(card, c -> c.put("portrait", new byte[128 * 1024 + 4]));
        assertThat(problem(verify(CARD, large))).contains(Problem.STATEMENT_INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "alg, none, READING_MALFORMED",
        "alg, HS256, READING_MALFORMED",
        "alg, EdDSA, DOCUMENT_TAMPERED",
        "typ, JWT, READING_MALFORMED",
        "crit, b64, READING_MALFORMED",
        "kid, another, READING_MALFORMED",
        "x5t#S256, another, DOCUMENT_AUTHORITY_UNKNOWN",
    })
    void refusesOtherHeaders(String parameter, String value, Problem problem) {
        VirtualDocument card = issue(CARD, Variant.GENUINE);
        assertThat(problem(verify(CARD, Statements.withHeader(card, h -> h.put(parameter, value)))))
                .contains(problem);
    }

    @Test
    void findsTheServiceByKidAsWell() {
        VirtualDocument card = issue(CARD, Variant.GENUINE);
        byte[] byKid = Statements.withHeader(card, h -> h.set("kid", h.remove("x5t#S256")));
        assertThat(problem(verify(CARD, byKid))).isEmpty();
    }

    @Test
    void passesAnImageOnForTheFaceWorkerToJudge() {
        assertThat(accepted(verify(issue(CARD, Variant.PORTRAIT_HUGE_PNG))).portrait())
                .hasSizeBetween(105_000, 115_000);
    }
}
