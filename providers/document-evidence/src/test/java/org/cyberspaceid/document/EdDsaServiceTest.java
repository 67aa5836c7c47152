package org.cyberspaceid.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cyberspaceid.document.Readings.AUDIENCE;
import static org.cyberspaceid.document.Readings.CHALLENGE;
import static org.cyberspaceid.document.Readings.problem;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.DocumentVerdict;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.virtual.Variant;
import org.cyberspaceid.virtual.VirtualDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader service with an Ed25519 key, in date and out of it. */
class EdDsaServiceTest {
    private static final DocumentType CARD = DocumentType.RESIDENT_ID_CARD;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    @TempDir
    Path services;

    @Test
    void isBelievedWhileItsCertificateIsValid() throws Exception {
        assertThat(problem(verify(submissionOfServiceValidUntil(Instant.now().plus(Duration.ofDays(1))))))
                .isEmpty();
        assertThat(problem(verify(submissionOfServiceValidUntil(Instant.now().minus(Duration.ofMinutes(1))))))
                .contains(Problem.DOCUMENT_AUTHORITY_UNKNOWN);
    }

    private DocumentVerdict verify(byte[] submission) {
        TrustAnchors anchors =
                TrustAnchors.load(Readings.AUTHORITY.cscaFolder(), services, Readings.AUTHORITY.crlFolder());
        return new ReadingVerifier(anchors, Clock.systemUTC()).verify(CARD, submission, CHALLENGE, AUDIENCE);
    }

    private byte[] submissionOfServiceValidUntil(Instant end) throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        X500Name name = new X500Name("CN=Reader service");
        byte[] certificate = new X509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(end.minus(Duration.ofDays(10))),
                        Date.from(end),
                        name,
                        SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()))
                .build(new JcaContentSignerBuilder("Ed25519").build(keys.getPrivate()))
                .getEncoded();
        Files.write(services.resolve(end.getEpochSecond() + ".cer"), certificate);
        VirtualDocument card = Readings.issue(CARD, Variant.GENUINE);
        String claims =
                Json.parse(Readings.submission(card)).get("statement").asText().split("\\.")[1];
        String header = "{\"alg\":\"EdDSA\",\"typ\":\"cyberspace-id-reading+jwt\",\"x5t#S256\":\""
                + ENCODER.encodeToString(MessageDigest.getInstance("SHA-256").digest(certificate)) + "\"}";
        String input = ENCODER.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "." + claims;
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return ("{\"statement\":\"" + input + "." + ENCODER.encodeToString(signature.sign()) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
