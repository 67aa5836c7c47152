package org.cyberspaceid.document.icao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.document.DocumentCheck.Verdict;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.DocumentVerdict;
import org.cyberspaceid.core.document.DocumentVerdict.Accepted;
import org.cyberspaceid.core.document.DocumentVerdict.Refused;
import org.cyberspaceid.core.document.VerifiedDocument.ChipProof;
import org.cyberspaceid.document.ReadingVerifier;
import org.cyberspaceid.document.TrustAnchors;
import org.cyberspaceid.virtual.ChipSuite;
import org.cyberspaceid.virtual.Forgery;
import org.cyberspaceid.virtual.GenuineForm;
import org.cyberspaceid.virtual.SigningSuite;
import org.cyberspaceid.virtual.SuiteAuthority;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every algorithm of a security object with every form of a genuine passport and with every forgery; every algorithm of Active
 * Authentication with every forgery of its answer. {@code -Dmatrix.suites=P256_SHA256,…} and {@code -Dmatrix.chips=…} take some of
 * the algorithms only.
 */
class ForgeryMatrixTest {
    private static final byte[] CHALLENGE = {1, 2, 3, 4, 5, 6, 7, 8};
    /** Whole seconds, at midday in Asia/Shanghai: ASN.1 times have no fractions, and no test may run over midnight. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC);

    private static final AtomicInteger ACCEPTED = new AtomicInteger();
    private static final AtomicInteger REFUSED = new AtomicInteger();

    @TempDir
    static Path folder;

    private static Map<SigningSuite, SuiteAuthority> authorities;
    private static ReadingVerifier verifier;

    @BeforeAll
    static void makeTheAuthorities() throws IOException {
        Path csca = Files.createDirectory(folder.resolve("csca"));
        Path crl = Files.createDirectory(folder.resolve("crl"));
        Path services = Files.createDirectory(folder.resolve("reader-services"));
        authorities = new EnumMap<>(suites().parallel()
                .collect(Collectors.toMap(Function.identity(), suite -> new SuiteAuthority(suite, CLOCK))));
        authorities.values().forEach(a -> a.writeTo(csca, crl));
        verifier = new ReadingVerifier(TrustAnchors.load(csca, services, crl), CLOCK);
    }

    @AfterAll
    static void sayHowMany() {
        System.out.printf(
                "Forgery matrix: %d algorithms of the security object, %d of the chip; %d genuine passports accepted, %d forgeries (%d kinds) refused, each for its own reason%n",
                authorities.size(), chips().count(), ACCEPTED.get(), REFUSED.get(), Forgery.values().length);
    }

    static Stream<SigningSuite> suites() {
        return some("matrix.suites", SigningSuite.class);
    }

    static Stream<ChipSuite> chips() {
        return some("matrix.chips", ChipSuite.class);
    }

    private static <E extends Enum<E>> Stream<E> some(String property, Class<E> all) {
        String named = System.getProperty(property, "");
        return named.isEmpty()
                ? Arrays.stream(all.getEnumConstants())
                : Arrays.stream(named.split(",")).map(name -> Enum.valueOf(all, name));
    }

    @ParameterizedTest
    @MethodSource("suites")
    void everyGenuinePassportIsAccepted(SigningSuite suite) {
        for (GenuineForm form : GenuineForm.values()) {
            accept(form, suite, chipFor(suite, form.ordinal()));
        }
    }

    @ParameterizedTest
    @MethodSource("suites")
    void everyForgeryIsRefusedForItsOwnReason(SigningSuite suite) {
        for (Forgery forgery : Forgery.values()) {
            if (forgery.fits(suite)) {
                refuse(forgery, suite, chipFor(suite, forgery.ordinal()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("chips")
    void everyAlgorithmOfActiveAuthentication(ChipSuite chip) {
        SigningSuite suite = suites().findFirst().orElseThrow();
        accept(GenuineForm.USUAL, suite, chip);
        for (Forgery forgery : Forgery.values()) {
            if (forgery.check()
                    .filter(DocumentCheck.ACTIVE_AUTHENTICATION::equals)
                    .isPresent()) {
                refuse(forgery, suite, chip);
            }
        }
    }

    /** The chips' algorithms in turn; the larger keys sign slowly and have a test of their own. */
    private static ChipSuite chipFor(SigningSuite suite, int turn) {
        List<ChipSuite> quick = List.of(
                ChipSuite.RSA_1024_SHA1,
                ChipSuite.P256_PLAIN_SHA256,
                ChipSuite.RSA_2048_SHA256,
                ChipSuite.BRAINPOOL_P256_PLAIN_SHA256,
                ChipSuite.P256_DER_SHA256);
        return quick.get((suite.ordinal() + turn) % quick.size());
    }

    private static void accept(GenuineForm form, SigningSuite suite, ChipSuite chip) {
        DocumentVerdict verdict = verify(form.submission(authorities.get(suite), chip, CHALLENGE));
        assertThat(verdict).as("%s %s %s", form, suite, chip).isInstanceOf(Accepted.class);
        boolean bare = form == GenuineForm.NO_ACTIVE_AUTHENTICATION;
        assertThat(((Accepted) verdict).document().chipProof())
                .isEqualTo(bare ? ChipProof.UNPROTECTED : ChipProof.ORIGINAL);
        assertThat(verdict.checks())
                .as("%s %s", form, suite)
                .hasSize(9)
                .allSatisfy((check, v) -> assertThat(v)
                        .isEqualTo(
                                bare && check == DocumentCheck.ACTIVE_AUTHENTICATION
                                        ? Verdict.NOT_PERFORMED
                                        : Verdict.SUCCESS));
        ACCEPTED.incrementAndGet();
    }

    private static void refuse(Forgery forgery, SigningSuite suite, ChipSuite chip) {
        byte[] forged = forgery.submission(authorities.get(suite), chip, CHALLENGE);
        DocumentVerdict verdict = verify(forged);
        assertThat(verdict).as("%s %s %s", forgery, suite, chip).isInstanceOf(Refused.class);
        assertThat(((Refused) verdict).problem())
                .as("%s %s %s", forgery, suite, chip)
                .isEqualTo(forgery.problem());
        assertThat(verdict.checks().entrySet().stream()
                        .filter(c -> c.getValue() == Verdict.FAILED)
                        .map(Map.Entry::getKey))
                .as("%s %s", forgery, suite)
                .containsExactlyElementsOf(forgery.check().stream().toList());
        forgery.shape()
                .ifPresent(rule -> assertThatThrownBy(() -> SecurityObject.parse(sodIn(forged)))
                        .hasMessage(rule));
        REFUSED.incrementAndGet();
    }

    private static DocumentVerdict verify(byte[] submission) {
        return verifier.verify(DocumentType.PASSPORT, submission, CHALLENGE, "audience");
    }

    private static byte[] sodIn(byte[] submission) {
        try {
            return Base64.getDecoder()
                    .decode(new ObjectMapper().readTree(submission).get("sod").asText());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
