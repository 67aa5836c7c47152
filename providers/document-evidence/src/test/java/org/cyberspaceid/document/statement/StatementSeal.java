package org.cyberspaceid.document.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.cyberspaceid.document.format.Limits;
import org.cyberspaceid.document.fuzz.Script;
import org.cyberspaceid.document.fuzz.Seeds;
import org.cyberspaceid.document.fuzz.Shape;
import org.cyberspaceid.document.trust.ReaderServices;
import org.cyberspaceid.virtual.CertificateOrder;
import org.cyberspaceid.virtual.Holder;
import org.cyberspaceid.virtual.TrustFiles;

/** A listed service that signs whatever the fuzzer thinks of. */
final class StatementSeal {
    /** Of the genuine claims, as are the challenge and the audience. */
    static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    static final byte[] CHALLENGE = {1, 2, 3, 4, 5, 6, 7, 8};
    static final String AUDIENCE = "https://id.example/realms/cyberspace-id";

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Holder SERVICE = CertificateOrder.of("CN=reader service", "P-256")
            .valid(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(365)))
            .selfSigned();
    private static final byte[] CERTIFICATE = certificate();
    static final StatementVerifier VERIFIER = new StatementVerifier(services());

    private StatementSeal() {}

    /** Header or claims changed, then signed. */
    static String sign(Script script) {
        byte[] header = ("{\"alg\":\"ES256\",\"typ\":\"" + StatementHeader.TYPE + "\",\"x5t#S256\":\"" + thumbprint()
                        + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        byte[] claims = Seeds.genuine("STATEMENT_CLAIMS", 0);
        boolean changesHeader = script.next() % 4 == 3;
        String input = changesHeader
                ? encoded(Shape.JSON.edited(header, script, Limits.STATEMENT)) + "." + encoded(claims)
                : encoded(header) + "." + encoded(Shape.JSON.file(script, "STATEMENT_CLAIMS", Limits.STATEMENT));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(SERVICE.key());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + ENCODER.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(byte[] json) {
        return ENCODER.encodeToString(json);
    }

    private static String thumbprint() {
        try {
            return ENCODER.encodeToString(MessageDigest.getInstance("SHA-256").digest(CERTIFICATE));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] certificate() {
        try {
            return SERVICE.certificate().getEncoded();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ReaderServices services() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "fuzz-services");
            TrustFiles.write(folder, "service.cer", CERTIFICATE);
            return ReaderServices.load(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
