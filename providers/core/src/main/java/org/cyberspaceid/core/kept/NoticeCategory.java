package org.cyberspaceid.core.kept;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The lines of the notice's full list, in its order. The theme holds {@code kept.<code>.what}, {@code .why} and {@code .long} for
 * each, in every language; a test compares the two.
 */
public enum NoticeCategory {
    DOCUMENT,
    MOBILE,
    ACCOUNT,
    CONSENT,
    FACE,
    DEVICE,
    SESSION,
    COUNTER,
    LOG,
    UNFINISHED,
    CLOSED,
    MESSAGE,
    RECOVERY,
    REMINDER,
    /** Nothing of a person: not on the page. */
    MACHINE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The codes that the page lists. */
    public static List<String> onThePage() {
        return Arrays.stream(values())
                .filter(c -> c != MACHINE)
                .map(NoticeCategory::code)
                .toList();
    }
}
