package org.cyberspaceid.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.cyberspaceid.core.outcome.Problem;
import org.junit.jupiter.api.Test;

class SubmissionRuleTest {
    private static final Instant EARLY = Instant.ofEpochSecond(300);
    private static final ReadingState CLAIMED =
            ReadingState.waiting("h", 100).claimed("r", "jkt", "042137", new byte[8], false, 400);

    @Test
    void isAcceptedAfterTheCodeWasTyped() {
        assertThat(SubmissionRule.check(CLAIMED.codeTyped(), "r", "jkt", EARLY)).isEmpty();
    }

    @Test
    void isRefusedBeforeTheCodeWasTyped() {
        assertThat(SubmissionRule.check(CLAIMED, "r", "jkt", EARLY)).contains(Problem.READER_CODE_NOT_TYPED);
    }

    @Test
    void isRefusedWithAnotherKeyBeforeAndAfterTheCode() {
        assertThat(SubmissionRule.check(CLAIMED, "r", "other", EARLY)).contains(Problem.READER_KEY_MISMATCH);
        assertThat(SubmissionRule.check(CLAIMED.codeTyped(), "r", "other", EARLY))
                .contains(Problem.READER_KEY_MISMATCH);
    }

    @Test
    void isRefusedOnceTheChallengeWasUsed() {
        ReadingState used = CLAIMED.codeTyped().challengeUsed();

        assertThat(SubmissionRule.check(used, "r", "jkt", EARLY)).contains(Problem.READER_LINK_USED);
        assertThat(SubmissionRule.check(used.done(), "r", "jkt", EARLY)).contains(Problem.READER_LINK_USED);
    }

    @Test
    void isRefusedAfterItsTimeAndForAnotherReading() {
        assertThat(SubmissionRule.check(CLAIMED.codeTyped(), "r", "jkt", Instant.ofEpochSecond(400)))
                .contains(Problem.READER_LINK_EXPIRED);
        assertThat(SubmissionRule.check(CLAIMED.codeTyped(), "older", "jkt", EARLY))
                .contains(Problem.READER_LINK_EXPIRED);
        assertThat(SubmissionRule.check(null, "r", "jkt", EARLY)).contains(Problem.READER_LINK_EXPIRED);
    }
}
