package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.vault.IdentityVaultProvider;

/** Step 2: which document, the hand-off to a reader, and what the document says. */
final class DocumentStep extends EnrolmentStep {
    private static final List<String> TYPES =
            Arrays.stream(DocumentType.values()).map(DocumentType::code).toList();

    private final Clock clock;

    DocumentStep(Clock clock) {
        super(2);
        this.clock = clock;
    }

    @Override
    boolean isDone(EnrolmentState state) {
        return state.documentDone();
    }

    @Override
    void show(Journey journey) {
        EnrolmentState state = journey.state();
        if (state.document() != null) {
            forgetReading(journey);
            Pages.show(journey.context(), number(), "enrol-document-verified.ftl", verified(state.document()));
        } else if (state.reading() != null) {
            Pages.show(journey.context(), number(), "enrol-reader.ftl", reader(journey));
        } else if (state.documentType() != null) {
            offer(journey, state.documentType()); // "Try again": the same document, a new link.
        } else {
            Pages.show(journey.context(), number(), "enrol-document.ftl", Map.of("documentTypes", TYPES));
        }
    }

    @Override
    void act(Journey journey, Form form) {
        EnrolmentState state = journey.state();
        if (state.document() != null && state.reading() != null) {
            show(journey); // The verdict came while the reader's page was open: the person has not seen it yet.
        } else if (state.document() != null) {
            actOnVerified(journey, form);
        } else if (state.reading() != null) {
            actOnReading(journey, form);
        } else {
            DocumentType.ofCode(form.text("document_type"))
                    .ifPresentOrElse(type -> offer(journey, type), () -> show(journey));
        }
    }

    @Override
    EnrolmentState tryAgain(EnrolmentState state) {
        return state.withProblem(null).withReading(null);
    }

    private void actOnVerified(Journey journey, Form form) {
        if (form.action().equals("continue")) {
            journey.change(s -> s.withDocument(s.document().confirm(), s.face()));
            journey.context().success();
        } else {
            show(journey);
        }
    }

    private void forgetReading(Journey journey) {
        if (journey.state().reading() != null) {
            journey.closeReading();
            journey.change(s -> s.withReading(null));
        }
    }

    private void actOnReading(Journey journey, Form form) {
        if (form.action().equals("new_link")) {
            offer(journey, journey.state().documentType());
        } else {
            goOn(journey, form);
        }
    }

    private void goOn(Journey journey, Form form) {
        ReadingState reading = journey.state().reading();
        switch (reading.visibleAt(clock.instant().getEpochSecond())) {
            case "claimed" -> code(journey, form);
            case "failed" -> failed(journey, reading.problem());
            case "expired" -> refuse(journey, Problem.READER_LINK_EXPIRED);
            default -> show(journey);
        }
    }

    /** A person under age leaves nothing behind; every other failure keeps the journey. */
    private void failed(Journey journey, Problem problem) {
        if (problem == Problem.GUARDIAN_REQUIRED) {
            Exits.end(journey.context(), number(), problem);
        } else {
            refuse(journey, problem);
        }
    }

    private void code(Journey journey, Form form) {
        CodeCheck check = CodeCheck.counted(journey::change, form.text("reader_code"), form.text("cross_device"));
        if (check.problem().isEmpty()) {
            show(journey);
        } else if (check.exhausted()) {
            refuse(journey, check.problem().get());
        } else {
            Pages.show(
                    journey.context(),
                    number(),
                    "enrol-reader.ftl",
                    reader(journey),
                    check.problem().get());
        }
    }

    private void offer(Journey journey, DocumentType type) {
        journey.closeReading();
        HandOffs handOffs = new HandOffs(
                journey.session().getProvider(IdentityVaultProvider.class).enrolments(), clock);
        String handle = handOffs.offer(journey.id());
        long until = clock.instant().plus(HandOffs.CLAIMABLE).getEpochSecond();
        journey.change(s -> s.withDocumentType(type).withReading(ReadingState.waiting(handle, until)));
        show(journey);
    }

    private Map<String, Object> reader(Journey journey) {
        return Map.of(
                "documentType",
                journey.state().documentType().code(),
                "reader",
                ReaderPage.attributes(journey, clock.instant().getEpochSecond()));
    }

    private static Map<String, Object> verified(DocumentState document) {
        return Map.of(
                "maskedName", document.personName().masked(),
                "documentType", document.type().code(),
                "expiresOn", document.expiresOn(),
                "chipProof", document.chipProof().name().toLowerCase(java.util.Locale.ROOT));
    }
}
