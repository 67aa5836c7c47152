package org.cyberspaceid.signin.throttle;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cyberspaceid.core.limit.Attempts;
import org.cyberspaceid.core.limit.Limit;

/** One password or code that somebody typed, counted before it is looked at. It stays counted unless told otherwise. */
public final class Guess {
    private final Attempts attempts;
    private final List<Limit> persons;
    private final List<Limit> others;
    private final Optional<Limit> exhausted;

    /**
     * Takes an attempt of every limit, or of none.
     *
     * @param persons the limits that a whole sign-in of the person frees
     * @param others those that it does not: whoever has an account would free them for guesses at others'
     */
    Guess(Attempts attempts, List<Limit> persons, List<Limit> others) {
        this.attempts = attempts;
        this.persons = persons;
        this.others = others;
        this.exhausted = attempts.take(taken());
    }

    private List<Limit> taken() {
        return Stream.concat(persons.stream(), others.stream()).toList();
    }

    /** The name of the limit that has no attempt left, for the operator's events; empty when it may be looked at. */
    public Optional<String> refusal() {
        return exhausted.map(Limit::purpose);
    }

    /** It was no wrong one. */
    public void giveBack() {
        if (exhausted.isEmpty()) {
            attempts.giveBack(taken());
        }
    }

    /**
     * It was the last step of a whole sign-in: the person's wrong ones are forgotten.
     *
     * @param more what else a sign-in frees
     */
    void settle(List<Limit> more) {
        List<Limit> freed = Stream.concat(persons.stream(), more.stream()).toList();
        if (others.isEmpty()) {
            attempts.forgetWithRequest(freed);
        } else {
            attempts.forget(freed);
            attempts.giveBack(others);
        }
    }
}
