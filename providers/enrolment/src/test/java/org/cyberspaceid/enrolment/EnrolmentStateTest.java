package org.cyberspaceid.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.liveface.FaceState;
import org.cyberspaceid.liveface.SealedJson;
import org.junit.jupiter.api.Test;

class EnrolmentStateTest {
    private static final EnrolmentState FULL = States.withDocument()
            .withReading(ReadingState.waiting("h", 9).claimed("r", "jkt", "123456", new byte[] {1, 2}, true, 10))
            .withMobile(new MobileState("+8613800138000", 5, true))
            .withProblem(Problem.FACE_NONE)
            .withHall(true);

    @Test
    void comesBackFromItsSealedFormAsItWas() {
        EnrolmentState back = SealedJson.read(SealedJson.write(FULL), EnrolmentState.class);

        assertThat(back).usingRecursiveComparison().isEqualTo(FULL);
        assertThat(back.document().verified()).isEqualTo(States.card());
        assertThat(back.document().person().value()).isEqualTo("reference-7");
    }

    @Test
    void showsNothingOfThePersonAsText() {
        assertThat(FULL.toString() + FULL.document() + FULL.mobile() + FULL.face())
                .doesNotContain("王", "11010519491231002X", "1949", "13800138000", "0.6", "reference-7");
    }

    @Test
    void doesNotQuoteItsContentWhenUnreadable() {
        byte[] broken = "{\"clientId\":\"王小明\"".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> SealedJson.read(broken, EnrolmentState.class))
                .isInstanceOf(IllegalStateException.class)
                .satisfies(e -> assertThat(stackOf(e)).doesNotContain("王小明"));
    }

    @Test
    void aNewChoiceOfDocumentForgetsTheOldOneAndItsFace() {
        EnrolmentState again = FULL.withDocumentType(DocumentType.PASSPORT);

        assertThat(again.document()).isNull();
        assertThat(again.face()).isNull();
        assertThat(again.reading()).isNull();
        assertThat(again.mobile()).isNull();
        assertThat(again.faceConsented()).isTrue();
        assertThat(again.templateConsented()).isFalse();
        assertThat(States.begun()
                        .withFaceConsent(true)
                        .withDocumentType(DocumentType.PASSPORT)
                        .templateConsented())
                .isTrue();
    }

    @Test
    void noStepIsDoneBeforeTheOnesBeforeIt() {
        MobileState proven = new MobileState("+8613800138000", 5, true);
        EnrolmentState unconfirmed = States.withDocument()
                .withFace(FaceState.against(States.TEMPLATE).matched())
                .withMobile(proven);
        EnrolmentState faceless = States.withDocument().withMobile(proven);

        assertThat(unconfirmed.faceDone()).isFalse();
        assertThat(unconfirmed.mobileDone()).isFalse();
        assertThat(faceless.mobileDone()).isFalse();
    }

    @Test
    void aMatchedFaceKeepsNoTemplate() {
        FaceState matched = FaceState.against(States.TEMPLATE).attemptBegun().matched();

        assertThat(matched.embedding()).isNull();
        assertThat(matched.passed()).isTrue();
    }

    private static String stackOf(Throwable e) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = e; t != null; t = t.getCause()) {
            text.append(t).append(Arrays.toString(t.getStackTrace()));
        }
        return text.toString();
    }
}
