package org.cyberspaceid.document.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.cyberspaceid.core.document.DocumentCheck.Verdict;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.PersonName;
import org.cyberspaceid.core.document.PersonReference;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.document.VerifiedDocument.ChipProof;
import org.cyberspaceid.core.registry.RegistryAnswer;
import org.cyberspaceid.core.registry.RegistryAnswer.Confirmed;
import org.cyberspaceid.core.registry.RegistryAnswer.Denied;
import org.cyberspaceid.core.registry.RegistryAnswer.Unavailable;
import org.cyberspaceid.virtual.TlsAuthority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real HTTPS with client certificates. Whatever the registry does, only its clear yes to this very question is one. */
class HttpPopulationRegistryTest {
    private static final RegistryLimits LIMITS = new RegistryLimits(
            Duration.ofSeconds(2), Duration.ofMillis(700), 3, Duration.ofMillis(20), Duration.ofSeconds(60));
    private static final LocalDate BORN = LocalDate.of(1949, 12, 31);
    private static final VerifiedDocument CARD = new VerifiedDocument(
            DocumentNumber.parse(DocumentType.RESIDENT_ID_CARD, "11010519491231002X", LocalDate.of(2026, 11, 29))
                    .orElseThrow(),
            new PersonName("王小明", Optional.of("WANG XIAOMING")),
            BORN,
            LocalDate.of(9999, 12, 31),
            ChipProof.READER_VOUCHED);
    private static final String PASSWORD = "store";
    private static final TlsAuthority TRUSTED = new TlsAuthority("registry authority", PASSWORD);
    private static final TlsAuthority STRANGER = new TlsAuthority("another authority", PASSWORD);

    @TempDir
    Path folder;

    private PlayedRegistry played;

    @BeforeEach
    void open() {
        played = new PlayedRegistry(tls(TRUSTED, "localhost", TRUSTED));
    }

    @AfterEach
    void close() {
        played.close();
    }

    private SSLContext tls(TlsAuthority ours, String host, TlsAuthority theirs) {
        return RegistryTls.of(
                ours.keyStore(folder, host), PASSWORD.toCharArray(), theirs.trustStore(folder), PASSWORD.toCharArray());
    }

    private HttpPopulationRegistry registry() {
        return registry(tls(TRUSTED, "cyberspace-id", TRUSTED));
    }

    private HttpPopulationRegistry registry(SSLContext tls) {
        return new HttpPopulationRegistry("sandbox", played.address(), tls, LIMITS);
    }

    @Test
    void aYesIsAYesAndMayNameThePerson() {
        played.says("confirmed", ",\"person_reference\":\"p-1.2~3\"");
        RegistryAnswer answer = registry().confirm(CARD);
        assertThat(answer).isEqualTo(new Confirmed(Optional.of(new PersonReference("sandbox", "p-1.2~3"))));
        assertThat(answer.verdict()).isEqualTo(Verdict.SUCCESS);
        played.says("confirmed", "");
        assertThat(registry().confirm(CARD)).isEqualTo(new Confirmed(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"unknown, UNKNOWN", "person_differs, PERSON_DIFFERS", "not_valid, NOT_VALID"})
    void aNoIsANoAndIsNotAskedAgain(String result, RegistryAnswer.Reason reason) {
        played.says(result, "");
        RegistryAnswer answer = registry().confirm(CARD);
        assertThat(answer).isEqualTo(new Denied(reason));
        assertThat(answer.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(played.questions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "confirmed",
                "{}",
                "[\"confirmed\"]",
                "{\"request_id\":\"@\"}",
                "{\"request_id\":\"@\",\"result\":true}",
                "{\"request_id\":\"@\",\"result\":\"CONFIRMED\"}",
                "{\"request_id\":\"@\",\"result\":\"unknown\",\"result\":\"confirmed\"}",
                "{\"result\":\"confirmed\"}",
                "{\"request_id\":\"00000000000000000000000000000000\",\"result\":\"confirmed\"}",
                "{\"request_id\":\"@\",\"result\":\"confirmed\"} {}",
                "{\"request_id\":\"@\",\"result\":\"confirmed\"",
                "{\"request_id\":\"@\",\"result\":\"confirmed\",\"person_reference\":\"\"}",
                "{\"request_id\":\"@\",\"result\":\"confirmed\",\"person_reference\":\"a b\"}",
                "{\"request_id\":\"@\",\"result\":\"confirmed\",\"person_reference\":7}",
            })
    void whatIsNoAnswerIsNoYes(String body) {
        played.does((question, exchange) -> PlayedRegistry.answer(
                exchange, 200, body.replace("@", question.path("request_id").asText())));
        expectUnavailable(registry(), 1);
    }

    @ParameterizedTest
    @CsvSource({
        "201, 1", "204, 1", "302, 1", "400, 1", "401, 1", "403, 1", "404, 1", "500, 1", "502, 3", "503, 3", "504, 3"
    })
    void aYesWithAnotherStatusIsNone(int status, int attempts) {
        played.does((question, exchange) -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            PlayedRegistry.answer(exchange, status, status == 204 ? "" : yes(question));
        });
        expectUnavailable(registry(), attempts);
    }

    @Test
    void aYesThatIsTooLongIsNone() {
        played.says("confirmed", ",\"more\":\"" + "x".repeat(RegistryConnection.LARGEST_ANSWER) + "\"");
        assertThat(registry().confirm(CARD)).isInstanceOf(Unavailable.class);
        played.says("confirmed", ",\"more\":\"" + "x".repeat(RegistryConnection.LARGEST_ANSWER - 200) + "\"");
        assertThat(registry().confirm(CARD)).isInstanceOf(Confirmed.class);
    }

    @Test
    void aYesThatComesTooLateIsNone() {
        played.does((question, exchange) -> {
            pause(1500);
            PlayedRegistry.answer(exchange, 200, yes(question));
        });
        expectUnavailable(registry(), 3);
    }

    @Test
    void aYesThatDripsIsNone() {
        played.does((question, exchange) -> {
            byte[] yes = yes(question).getBytes();
            exchange.sendResponseHeaders(200, 0);
            for (byte letter : yes) {
                exchange.getResponseBody().write(letter);
                exchange.getResponseBody().flush();
                pause(50);
            }
        });
        expectUnavailable(registry(), 3);
    }

    @Test
    void aConnectionThatBreaksIsAskedAgain() {
        AtomicInteger calls = new AtomicInteger();
        played.does((question, exchange) -> {
            if (calls.incrementAndGet() < 3) {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                throw new IOException("broken on purpose");
            }
            PlayedRegistry.answer(exchange, 200, yes(question));
        });
        assertThat(registry().confirm(CARD)).isInstanceOf(Confirmed.class);
        assertThat(played.questions()).hasSize(3);
        assertThat(played.questions())
                .extracting(q -> q.path("request_id").asText())
                .containsOnly(played.questions().get(0).path("request_id").asText());
    }

    @Test
    void nobodyThereIsNoYes() {
        HttpPopulationRegistry registry = registry();
        played.close();
        expectUnavailable(registry, 0);
    }

    @Test
    void aRegistryOfAnotherAuthorityIsNotAsked() {
        played.says("confirmed", "");
        expectUnavailable(registry(tls(TRUSTED, "cyberspace-id", STRANGER)), 0);
    }

    @Test
    void aRegistryOfAnotherHostIsNotAsked() {
        try (PlayedRegistry other = new PlayedRegistry(tls(TRUSTED, "other.example", TRUSTED))) {
            other.says("confirmed", "");
            HttpPopulationRegistry registry = new HttpPopulationRegistry(
                    "sandbox", other.address(), tls(TRUSTED, "cyberspace-id", TRUSTED), LIMITS);
            assertThat(registry.confirm(CARD)).isInstanceOf(Unavailable.class);
            assertThat(other.questions()).isEmpty();
        }
    }

    @Test
    void whoHasNoCertificateOfTheRegistrysIsNotHeard() {
        played.says("confirmed", "");
        expectUnavailable(registry(tls(STRANGER, "cyberspace-id", TRUSTED)), 0);
    }

    @Test
    void plainHttpIsRefusedAtOnce() {
        SSLContext tls = tls(TRUSTED, "cyberspace-id", TRUSTED);
        assertThatThrownBy(() ->
                        new HttpPopulationRegistry("sandbox", URI.create("http://population.example"), tls, LIMITS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRegistryThatKeepsFailingIsLeftAloneAndNothingIsConfirmedMeanwhile() {
        HttpPopulationRegistry registry = registry();
        played.does((question, exchange) -> PlayedRegistry.answer(exchange, 500, ""));
        for (int i = 0; i < 5; i++) {
            assertThat(registry.confirm(CARD)).isInstanceOf(Unavailable.class);
        }
        played.says("confirmed", "");
        for (int i = 0; i < 5; i++) {
            assertThat(registry.confirm(CARD)).isInstanceOf(Unavailable.class);
        }
        assertThat(played.questions()).hasSize(5);
    }

    @Test
    void questionAndAnswerAreAsTheDescriptionHasThem() throws IOException {
        List<String> answers = new ArrayList<>();
        played.does((question, exchange) -> {
            answers.add(yes(question));
            PlayedRegistry.answer(exchange, 200, yes(question));
        });
        registry().confirm(CARD);
        assertThat(complaints("Question", played.questions().get(0))).isEmpty();
        assertThat(complaints("Answer", new ObjectMapper().readTree(answers.get(0))))
                .isEmpty();
        assertThat(played.questions().get(0).path("document_number").asText()).isEqualTo("11010519491231002X");
        List<String> types = new ArrayList<>();
        description()
                .at("/components/schemas/Question/properties/document_type/enum")
                .forEach(t -> types.add(t.asText()));
        assertThat(types)
                .containsExactlyElementsOf(Arrays.stream(DocumentType.values())
                        .map(DocumentType::code)
                        .toList());
    }

    private void expectUnavailable(HttpPopulationRegistry registry, int attempts) {
        RegistryAnswer answer = registry.confirm(CARD);
        assertThat(answer).isInstanceOf(Unavailable.class);
        assertThat(answer.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(played.questions()).hasSize(attempts);
    }

    private static List<String> complaints(String schema, JsonNode message) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(description().at("/components/schemas/" + schema))
                .validate(message)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode description() throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(Path.of("../docs/population-registry.openapi.json")));
    }

    private static String yes(JsonNode question) {
        return "{\"request_id\":\"" + question.path("request_id").asText() + "\",\"result\":\"confirmed\"}";
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
