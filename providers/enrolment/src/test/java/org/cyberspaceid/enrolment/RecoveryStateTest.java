package org.cyberspaceid.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.liveface.SealedJson;
import org.junit.jupiter.api.Test;

class RecoveryStateTest {
    private static final EnrolmentState BEGUN = EnrolmentState.begun("isp", "1", 0);

    @Test
    void anotherDocumentProvesNothingOfTheOneBefore() {
        EnrolmentState admitted =
                BEGUN.withRecovery(RecoveryState.of("user", 5).recognise().admit());
        EnrolmentState again = admitted.withDocumentType(DocumentType.PASSPORT);
        assertThat(again.recovers()).isTrue();
        assertThat(again.recovery()).isEqualTo(RecoveryState.wanted());
        assertThat(again.recovery().proven()).isFalse();
        assertThat(BEGUN.withDocumentType(DocumentType.PASSPORT).recovers()).isFalse();
    }

    @Test
    void nothingIsProvenBeforeTheFaceMatchedAllThereIs() {
        assertThat(RecoveryState.wanted().proven()).isFalse();
        assertThat(RecoveryState.of("user", 5).proven()).isFalse();
        assertThat(RecoveryState.wanted().recognise().proven()).isFalse();
        assertThat(RecoveryState.of("user", 5).recognise().proven()).isTrue();
    }

    @Test
    void aRowOfBeforeTheUpgradeIsAnEnrolment() {
        byte[] old = SealedJson.write(BEGUN);
        String json = new String(old, java.nio.charset.StandardCharsets.UTF_8).replaceAll(",?\"recovery\":null", "");
        assertThat(json).doesNotContain("recovery");
        EnrolmentState read =
                SealedJson.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), EnrolmentState.class);
        assertThat(read.recovers()).isFalse();
    }
}
