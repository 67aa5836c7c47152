package org.cyberspaceid.core.limit;

import java.util.List;
import java.util.Optional;

/**
 * Counts attempts on every node alike and across restarts. Whoever looks at something that can be guessed takes an attempt <em>first</em>
 * and gives it back when the guess was right: then any number of guesses at the same time get no more looks than the limit has. Every
 * call is a transaction of its own, committed when it returns: a request that fails later has been counted.
 */
public interface Attempts {

    /**
     * Takes one attempt of every limit, or of none.
     *
     * @return empty when they were taken, else the first of these limits that has none left
     */
    Optional<Limit> take(List<Limit> limits);

    /** Gives one attempt of every limit back: it was no wrong guess. */
    void giveBack(List<Limit> limits);

    /** Counts anew from nothing. */
    void forget(List<Limit> limits);

    /**
     * {@link #forget(List)} as the last work of the request's own transaction: when that fails, all stays counted. For limits that only the
     * one person's requests take: until the request is committed, others that take of them wait.
     */
    default void forgetWithRequest(List<Limit> limits) {
        forget(limits);
    }

    /** The first of these limits that has no attempt left, if there is one. Takes none. */
    Optional<Limit> exhausted(List<Limit> limits);

    /** {@link #take(List)} of one limit; false when it has none left. */
    default boolean take(Limit limit) {
        return take(List.of(limit)).isEmpty();
    }

    /** {@link #giveBack(List)} of one limit. */
    default void giveBack(Limit limit) {
        giveBack(List.of(limit));
    }
}
