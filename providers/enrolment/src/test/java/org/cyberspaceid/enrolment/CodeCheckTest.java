package org.cyberspaceid.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import org.cyberspaceid.core.outcome.Problem;
import org.junit.jupiter.api.Test;

class CodeCheckTest {
    private static ReadingState claimed(boolean scanned) {
        return ReadingState.waiting("h", 100).claimed("r", "jkt", "042137", new byte[8], scanned, 400);
    }

    @Test
    void theRightCodeLetsTheReaderGoOn() {
        CodeCheck check = CodeCheck.of(claimed(false), "042 137", "");

        assertThat(check.problem()).isEmpty();
        assertThat(check.applyTo(claimed(false)).phase()).isEqualTo(ReadingState.Phase.READING);
        assertThat(check.applyTo(claimed(false)).challenge()).hasSize(8);
    }

    @Test
    void theFifthWrongCodeNeedsANewLink() {
        ReadingState reading = claimed(false);
        for (int wrong = 1; wrong < ReadingState.CODE_TRIES; wrong++) {
            CodeCheck check = CodeCheck.of(reading, "999999", "");
            assertThat(check.problem()).contains(Problem.READER_CODE_WRONG);
            assertThat(check.exhausted()).isFalse();
            reading = check.applyTo(reading);
        }
        CodeCheck last = CodeCheck.of(reading, "999999", "");

        assertThat(last.exhausted()).isTrue();
        assertThat(last.applyTo(reading).phase()).isEqualTo(ReadingState.Phase.FAILED);
        assertThat(last.applyTo(reading).challenge()).isNull();
    }

    @Test
    void aScannedCodeNeedsTheYesAndAsksAgainWithoutCostingATry() {
        CodeCheck check = CodeCheck.of(claimed(true), "042137", "");

        assertThat(check.problem()).contains(Problem.READER_CODE_NOT_TYPED);
        assertThat(check.applyTo(claimed(true)).wrongCodes()).isZero();
        assertThat(CodeCheck.of(claimed(true), "042137", "yes").problem()).isEmpty();
    }

    /** Guesses at the same time: whoever comes after the last of them is told so, and no code is compared. */
    @Test
    void afterTheLastTryNotEvenTheRightCodeCounts() {
        ReadingState failed = claimed(false).failed(Problem.READER_CODE_WRONG);
        CodeCheck late = CodeCheck.of(failed, "042137", "");
        assertThat(late.problem()).contains(Problem.READER_CODE_WRONG);
        assertThat(late.exhausted()).isTrue();
        assertThat(late.applyTo(failed)).isEqualTo(failed);

        ReadingState typed = claimed(false).codeTyped();
        assertThat(CodeCheck.of(typed, "999999", "").applyTo(typed)).isEqualTo(typed);
    }

    @Test
    void ofCodesAtTheSameTimeTheRowThatIsReplacedDecides() {
        EnrolmentState claimed = States.begun().withReading(claimed(false));
        EnrolmentState failed = States.begun().withReading(claimed(false).failed(Problem.READER_CODE_WRONG));
        CodeCheck late = CodeCheck.counted(
                change -> {
                    assertThat(change.apply(claimed)).isNotEqualTo(claimed);
                    // Another request replaced the row meanwhile.
                    assertThat(change.apply(failed).reading()).isEqualTo(failed.reading());
                },
                "042137",
                "");
        assertThat(late.exhausted()).isTrue();
        assertThat(late.problem()).contains(Problem.READER_CODE_WRONG);
    }

    @Test
    void codesHaveSixDigits() {
        assertThat(ReaderCode.fresh()).matches("\\d{6}");
        assertThat(ReaderCode.matches("012345", "12345")).isFalse();
    }
}
