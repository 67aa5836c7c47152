package org.cyberspaceid.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cyberspaceid.document.Readings.AUDIENCE;
import static org.cyberspaceid.document.Readings.CHALLENGE;
import static org.cyberspaceid.document.Readings.accepted;
import static org.cyberspaceid.document.Readings.problem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.DocumentVerdict;
import org.cyberspaceid.core.document.DocumentVerdict.Accepted;
import org.cyberspaceid.core.document.EvidenceRoute;
import org.cyberspaceid.core.outcome.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's examples are real, and its tables complete. */
class ReaderStatementsPageTest {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Instant SIGNED = Instant.parse("2026-11-29T00:00:00Z");

    @TempDir
    Path services;

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "es256"})
    void theExampleVerifies(String name) throws IOException {
        list(name);
        String jws = example(name, "statement");
        Accepted verdict = accepted(verify(jws, SIGNED.plusSeconds(30)));
        assertThat(verdict.document().number().value()).isEqualTo("11010519491231002X");
        assertThat(verdict.document().name().inDocument()).isEqualTo("王小明");
        assertThat(StatementSchema.complaints(jws)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "es256"})
    void theExampleIsRefusedWhenItsTimeIsOverOrItsServiceNotListedOrALetterChanged(String name) throws IOException {
        String jws = example(name, "statement");
        assertThat(problem(verify(jws, SIGNED))).contains(Problem.DOCUMENT_AUTHORITY_UNKNOWN);
        list(name);
        assertThat(problem(verify(jws, SIGNED.plus(Duration.ofMinutes(2))))).contains(Problem.STATEMENT_INVALID);
        String touched = jws.substring(0, jws.length() - 10)
                + (jws.charAt(jws.length() - 10) == 'A' ? 'B' : 'A')
                + jws.substring(jws.length() - 9);
        assertThat(problem(verify(touched, SIGNED))).contains(Problem.DOCUMENT_TAMPERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "es256"})
    void theExampleIsMadeOfTheHeaderAndTheClaimsOnThePage(String name) {
        String[] parts = example(name, "statement").split("\\.");
        assertThat(decoded(parts[0])).isEqualTo(json(example(name, "header")));
        assertThat(decoded(parts[1])).isEqualTo(json(ReaderStatementsPage.example("claims")));
    }

    @Test
    void whoFollowsThePageGetsTheSameEd25519Statement() throws GeneralSecurityException {
        String input = ENCODER.encodeToString(example("ed25519", "header").getBytes(StandardCharsets.UTF_8)) + "."
                + ENCODER.encodeToString(
                        json(ReaderStatementsPage.example("claims")).toString().getBytes(StandardCharsets.UTF_8));
        byte[] key = Base64.getUrlDecoder()
                .decode(json(example("ed25519", "key")).get("d").asText());
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, key)));
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        assertThat(input + "." + ENCODER.encodeToString(signature.sign())).isEqualTo(example("ed25519", "statement"));
    }

    @Test
    void thePageHasARowForEveryTypeThatIsTaken() {
        assertThat(firstCells("| `document_type` | `document_number` |"))
                .containsExactlyElementsOf(Arrays.stream(DocumentType.values())
                        .filter(t -> t.takes(EvidenceRoute.READER_STATEMENT))
                        .map(DocumentType::code)
                        .toList());
    }

    @Test
    void thePageHasARowForEveryClaimOfTheSchema() {
        var claims = StatementSchema.json().at("/$defs/claims/properties").fieldNames();
        assertThat(firstCells("| claim | | |").stream().flatMap(cell -> Arrays.stream(cell.split("`, `"))))
                .containsExactlyElementsOf(() -> claims);
    }

    private static java.util.List<String> firstCells(String headerRow) {
        return ReaderStatementsPage.text()
                .lines()
                .dropWhile(line -> !line.equals(headerRow))
                .skip(2)
                .takeWhile(line -> line.startsWith("| `"))
                .map(line -> Pattern.compile("^\\| `(.*?)` \\|")
                        .matcher(line)
                        .results()
                        .map(cell -> cell.group(1))
                        .collect(Collectors.joining()))
                .toList();
    }

    private void list(String name) throws IOException {
        Files.writeString(services.resolve(name + ".pem"), example(name, "certificate"));
    }

    private DocumentVerdict verify(String jws, Instant now) {
        TrustAnchors anchors =
                TrustAnchors.load(Readings.AUTHORITY.cscaFolder(), services, Readings.AUTHORITY.crlFolder());
        return new ReadingVerifier(anchors, Clock.fixed(now, ZoneOffset.UTC))
                .verify(
                        DocumentType.RESIDENT_ID_CARD,
                        ("{\"statement\":\"" + jws + "\"}").getBytes(StandardCharsets.UTF_8),
                        CHALLENGE,
                        AUDIENCE);
    }

    private static String example(String name, String part) {
        return ReaderStatementsPage.example(name + "-" + part);
    }

    private static ObjectNode decoded(String part) {
        return Json.parse(Base64.getUrlDecoder().decode(part));
    }

    private static ObjectNode json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
