package org.cyberspaceid.document.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.DocumentVerdict;
import org.cyberspaceid.document.ReadingVerifier;
import org.cyberspaceid.document.TrustAnchors;
import org.cyberspaceid.document.format.Limits;
import org.cyberspaceid.document.submission.Submission;
import org.cyberspaceid.document.submission.SubmissionReader;

/** The body that a reader submits, by itself and then through everything behind it. Neither may throw at all. */
enum BodyTarget implements FuzzTarget {
    SUBMIT_BODY;

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC);
    private static final byte[] CHALLENGE = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final ReadingVerifier VERIFIER = verifier();

    @Override
    public Attempt ready(byte[] input) {
        byte[] body = Shape.JSON.file(new Script(input), name(), Limits.BODY + 1);
        return () -> {
            Submission read = SubmissionReader.read(body);
            DocumentVerdict verdict =
                    VERIFIER.verify(DocumentType.TRAVEL_PERMIT_TAIWAN, body, CHALLENGE, "https://id.example");
            return read.getClass().getSimpleName() + " "
                    + (verdict instanceof DocumentVerdict.Refused refused ? refused.problem() : "ACCEPTED");
        };
    }

    @Override
    public boolean declares(Throwable thrown) {
        return false;
    }

    private static ReadingVerifier verifier() {
        try {
            Path nobody = Files.createTempDirectory(Path.of("target"), "fuzz-nobody");
            return new ReadingVerifier(TrustAnchors.load(nobody, nobody, nobody), CLOCK);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
