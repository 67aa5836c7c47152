package org.cyberspaceid.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cyberspaceid.document.Readings.issue;
import static org.cyberspaceid.document.Readings.problem;
import static org.cyberspaceid.document.Readings.submission;
import static org.cyberspaceid.document.Readings.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.EvidenceRoute;
import org.cyberspaceid.virtual.Variant;
import org.cyberspaceid.virtual.VirtualDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema agrees with the generator and with the verifier. */
class StatementSchemaTest {
    private static final DocumentType CARD = DocumentType.RESIDENT_ID_CARD;

    static Stream<DocumentType> idCards() {
        return Arrays.stream(DocumentType.values()).filter(t -> !t.takes(EvidenceRoute.ICAO_CHIP));
    }

    @ParameterizedTest
    @MethodSource("idCards")
    void whatTheGeneratorMakesIsValid(DocumentType type) {
        assertThat(StatementSchema.complaints(submission(issue(type, Variant.GENUINE))))
                .isEmpty();
    }

    @Test
    void itKnowsTheTypesThatTheRegisterTakesAsStatements() {
        List<String> stated = new ArrayList<>();
        for (JsonNode code : StatementSchema.json().at("/$defs/claims/properties/document_type/enum")) {
            stated.add(code.asText());
        }
        assertThat(stated)
                .containsExactlyElementsOf(Arrays.stream(DocumentType.values())
                        .filter(t -> t.takes(EvidenceRoute.READER_STATEMENT))
                        .map(DocumentType::code)
                        .toList());
    }

    /** What is wrong in itself both refuse. Age, audience, check characters, the signature are the verifier's alone. */
    @ParameterizedTest
    @CsvSource({
        "birth_date, 1990-02-30",
        "birth_date, 24.7.1990",
        "expires_on, soon",
        "name, ' '",
        "name, 'a\u0000b'",
        "document_type, driving_licence",
        "document_type, passport",
        "document_status, lost",
        "nonce, AQIDBAUGBwg=",
        "portrait, '!'",
        "document_number, 110105491231002",
    })
    void itRefusesWhatTheVerifierRefuses(String claim, String value) {
        VirtualDocument card = issue(CARD, Variant.GENUINE);
        byte[] statement = Statements.withClaims(card, c -> c.put(claim, value));
        assertThat(problem(verify(CARD, statement))).isPresent();
        if (!claim.equals("document_number")) {
            assertThat(StatementSchema.complaints(statement))
                    .singleElement()
                    .asString()
                    .contains(claim);
        }
    }

    @Test
    void itRequiresWhatTheVerifierRequires() {
        VirtualDocument card = issue(CARD, Variant.GENUINE);
        List<String> optional = List.of("document_status", "latin_name");
        ObjectNode claims = (ObjectNode) StatementSchema.json().at("/$defs/claims/properties");
        assertThat(claims.size()).isEqualTo(12);
        claims.fieldNames().forEachRemaining(claim -> {
            byte[] without = Statements.withClaims(card, c -> c.remove(claim));
            assertThat(problem(verify(CARD, without)).isEmpty()).as(claim).isEqualTo(optional.contains(claim));
            assertThat(StatementSchema.complaints(without).isEmpty()).as(claim).isEqualTo(optional.contains(claim));
        });
    }

    @ParameterizedTest
    @CsvSource({"alg, none", "alg, HS256", "typ, JWT", "crit, b64", "x5t#S256, short"})
    void itRefusesOtherHeaders(String parameter, String value) {
        VirtualDocument card = issue(CARD, Variant.GENUINE);
        byte[] statement = Statements.withHeader(card, h -> h.put(parameter, value));
        assertThat(problem(verify(CARD, statement))).isPresent();
        assertThat(StatementSchema.complaints(statement)).isNotEmpty();
    }
}
