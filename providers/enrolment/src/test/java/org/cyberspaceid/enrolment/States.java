package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.DocumentVerdict.Accepted;
import org.cyberspaceid.core.document.PersonName;
import org.cyberspaceid.core.document.PersonReference;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.document.VerifiedDocument.ChipProof;
import org.cyberspaceid.core.face.FaceTemplate;
import org.cyberspaceid.liveface.FaceState;

/** Builders and a clock for tests. */
final class States {
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final FaceTemplate TEMPLATE = new FaceTemplate("dlib-resnet-v1", new float[] {0.6f, -0.8f});

    private States() {}

    static VerifiedDocument card() {
        DocumentNumber number = DocumentNumber.parse(
                        DocumentType.RESIDENT_ID_CARD, "11010519491231002X", LocalDate.of(2026, 11, 22))
                .orElseThrow();
        return new VerifiedDocument(
                number,
                new PersonName("王小明", Optional.of("WANG XIAOMING")),
                LocalDate.of(1949, 12, 31),
                LocalDate.of(2036, 5, 1),
                ChipProof.READER_VOUCHED);
    }

    static DocumentState waiting(VerifiedDocument document) {
        return DocumentState.of(new Accepted(
                document, new byte[0], Map.of(), Optional.of(new PersonReference("registry", "reference-7"))));
    }

    static EnrolmentState begun() {
        return EnrolmentState.begun(
                        "isp-one", "3", NOW.plus(Duration.ofMinutes(30)).getEpochSecond())
                .withFaceConsent(false);
    }

    static EnrolmentState withDocument() {
        return begun().withDocumentType(DocumentType.RESIDENT_ID_CARD)
                .withDocument(waiting(card()), FaceState.against(TEMPLATE));
    }

    /** A clock that a test moves. */
    static final class MovingClock extends Clock {
        private Instant now = NOW;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
