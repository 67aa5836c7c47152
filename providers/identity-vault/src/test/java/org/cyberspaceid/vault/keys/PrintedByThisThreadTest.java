package org.cyberspaceid.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrintedByThisThreadTest {
    private final PrintStream before = System.out;
    private final ByteArrayOutputStream elsewhere = new ByteArrayOutputStream();
    private final PrintStream standardOutput = new PrintStream(elsewhere, true, StandardCharsets.UTF_8);

    @BeforeEach
    void replaceOutput() {
        System.setOut(standardOutput);
    }

    @AfterEach
    void restoreOutput() {
        System.setOut(before);
    }

    @Test
    void takesWhatThisThreadPrintsAndNothingElse() {
        String taken = PrintedByThisThread.during(() -> {
            System.out.println("ours");
            inAnotherThread(() -> System.out.print("theirs"));
            System.out.print('!');
        });
        assertThat(taken.lines()).containsExactly("ours", "!");
        assertThat(elsewhere).hasToString("theirs");
        assertThat(System.out).isSameAs(standardOutput);
    }

    @Test
    void whoKeptTheStreamPrintsOnAfterwards() {
        PrintStream[] kept = new PrintStream[1];
        PrintedByThisThread.during(() -> kept[0] = System.out);
        kept[0].print("later");
        assertThat(elsewhere).hasToString("later");
    }

    @Test
    void aFailureLeavesTheOutputAsItWas() {
        assertThatThrownBy(() -> PrintedByThisThread.during(() -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(System.out).isSameAs(standardOutput);
    }

    private static void inAnotherThread(Runnable action) {
        Thread thread = new Thread(action);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
