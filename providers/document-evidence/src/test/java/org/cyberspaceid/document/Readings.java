package org.cyberspaceid.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.DocumentVerdict;
import org.cyberspaceid.core.document.DocumentVerdict.Accepted;
import org.cyberspaceid.core.document.DocumentVerdict.Refused;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.virtual.DocumentOrder;
import org.cyberspaceid.virtual.PortraitFormat;
import org.cyberspaceid.virtual.SandboxAuthority;
import org.cyberspaceid.virtual.Variant;
import org.cyberspaceid.virtual.VirtualDocument;

/** The test kit: one sandbox authority for all tests, and a verifier that trusts it. */
final class Readings {
    static final byte[] CHALLENGE = {1, 2, 3, 4, 5, 6, 7, 8};
    static final String AUDIENCE = "https://id.example/realms/cyberspace-id";
    static final LocalDate BORN = LocalDate.of(1990, 7, 24);
    static final byte[] PORTRAIT = drawnPortrait();
    static final SandboxAuthority AUTHORITY = SandboxAuthority.openOrCreate(temporaryFolder());
    static final TrustAnchors ANCHORS =
            TrustAnchors.load(AUTHORITY.cscaFolder(), AUTHORITY.readerServiceFolder(), AUTHORITY.crlFolder());

    private Readings() {}

    static DocumentOrder order(DocumentType type, Variant variant) {
        return new DocumentOrder(
                type, "王小明", Optional.of("WANG XIAOMING"), BORN, PORTRAIT, PortraitFormat.JPEG, variant);
    }

    static VirtualDocument issue(DocumentType type, Variant variant) {
        return AUTHORITY.issue(order(type, variant));
    }

    static byte[] submission(VirtualDocument document) {
        return document.submission(CHALLENGE, AUDIENCE);
    }

    static DocumentVerdict verify(DocumentType expected, byte[] submission) {
        return new ReadingVerifier(ANCHORS, Clock.systemUTC()).verify(expected, submission, CHALLENGE, AUDIENCE);
    }

    static DocumentVerdict verifyLater(Duration later, DocumentType expected, byte[] submission) {
        return new ReadingVerifier(ANCHORS, Clock.offset(Clock.systemUTC(), later))
                .verify(expected, submission, CHALLENGE, AUDIENCE);
    }

    static DocumentVerdict verify(VirtualDocument document) {
        return verify(document.type(), submission(document));
    }

    static Accepted accepted(DocumentVerdict verdict) {
        if (verdict instanceof Accepted accepted) {
            return accepted;
        }
        throw new AssertionError("refused: " + verdict);
    }

    /** The problem; empty when accepted. */
    static Optional<Problem> problem(DocumentVerdict verdict) {
        return verdict instanceof Refused refused ? Optional.of(refused.problem()) : Optional.empty();
    }

    static Path temporaryFolder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "authority");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static byte[] drawnPortrait() {
        BufferedImage image = new BufferedImage(240, 320, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillOval(40, 40, 160, 220);
        graphics.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", jpeg);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return jpeg.toByteArray();
    }
}
