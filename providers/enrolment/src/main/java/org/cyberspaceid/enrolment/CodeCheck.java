package org.cyberspaceid.enrolment;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.cyberspaceid.core.outcome.Problem;

/**
 * Whether the code typed in the browser is the one that the reader shows. It ties the reader to this page: whoever merely got hold
 * of the link cannot know which browser it belongs to.
 *
 * @param problem why not, or empty
 * @param exhausted whether only a new link helps now
 */
record CodeCheck(Optional<Problem> problem, boolean exhausted) {

    /**
     * Checks, and counts in the same replacement of the row: of codes at the same time each costs a try.
     *
     * @param row changes the row on top of whatever others change meanwhile; applies the change again where another was first
     */
    static CodeCheck counted(Consumer<UnaryOperator<EnrolmentState>> row, String typed, String confirmed) {
        AtomicReference<CodeCheck> verdict = new AtomicReference<>();
        row.accept(state -> {
            CodeCheck check = of(state.reading(), typed, confirmed);
            verdict.set(check);
            return state.withReading(check.applyTo(state.reading()));
        });
        return verdict.get();
    }

    /**
     * Checks.
     *
     * @param confirmed the answer to "this is the page I opened"; needed when the reader came by the QR code
     */
    static CodeCheck of(ReadingState reading, String typed, String confirmed) {
        if (reading.phase() != ReadingState.Phase.CLAIMED) {
            return settled(reading);
        }
        if (typed.isEmpty() || (reading.crossDevice() && !confirmed.equals("yes"))) {
            return new CodeCheck(Optional.of(Problem.READER_CODE_NOT_TYPED), false);
        }
        if (reading.code() != null && ReaderCode.matches(reading.code(), typed)) {
            return new CodeCheck(Optional.empty(), false);
        }
        boolean last = reading.wrongCodes() + 1 >= ReadingState.CODE_TRIES;
        return new CodeCheck(Optional.of(Problem.READER_CODE_WRONG), last);
    }

    /** Another request typed the last code meanwhile: no code is looked at any more. */
    private static CodeCheck settled(ReadingState reading) {
        boolean failed = reading.phase() == ReadingState.Phase.FAILED;
        return new CodeCheck(failed ? Optional.of(Problem.READER_CODE_WRONG) : Optional.empty(), failed);
    }

    /** The reading after the check; the same reading that was checked, or a try would be lost. */
    ReadingState applyTo(ReadingState reading) {
        if (reading.phase() != ReadingState.Phase.CLAIMED) {
            return reading;
        }
        if (problem.isEmpty()) {
            return reading.codeTyped();
        }
        if (problem.get() == Problem.READER_CODE_NOT_TYPED) {
            return reading;
        }
        return exhausted ? reading.failed(Problem.READER_CODE_WRONG) : reading.wrongCode();
    }
}
