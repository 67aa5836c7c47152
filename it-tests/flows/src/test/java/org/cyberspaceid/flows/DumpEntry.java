package org.cyberspaceid.flows;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One row of a table, or one entry of a log.
 *
 * @param values of 32 bits and more, by which it could be joined to another entry
 * @param seconds since 1970 that it tells
 */
record DumpEntry(String place, String text, Set<String> values, Set<Long> seconds) {
    private static final Pattern EPOCH = Pattern.compile("(?<!\\d)(1\\d{9})(\\d{3})?(?!\\d)");
    private static final Pattern WRITTEN = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d");

    /** Whoever comes next gets the same thread. */
    private static final Pattern THREAD = Pattern.compile("\\(executor-thread-\\d+\\)");

    /** @param copied as COPY writes it in its format {@code text} */
    static DumpEntry row(String table, String copied) {
        Values values = new Values();
        for (String column : copied.split("\t")) {
            values.add("", column);
        }
        return new DumpEntry(table, copied, Set.copyOf(values.all()), secondsIn(copied));
    }

    static DumpEntry logged(String log, String entry) {
        Values values = new Values();
        values.add("", THREAD.matcher(entry).replaceAll(""));
        return new DumpEntry(log, entry, Set.copyOf(values.all()), secondsIn(entry));
    }

    private static Set<Long> secondsIn(String text) {
        Set<Long> seconds = EPOCH.matcher(text)
                .results()
                .map(found -> Long.valueOf(found.group(1)))
                .collect(Collectors.toCollection(HashSet::new));
        WRITTEN.matcher(text).results().map(DumpEntry::second).forEach(seconds::add);
        return seconds;
    }

    private static long second(MatchResult written) {
        return LocalDateTime.parse(written.group().replace(' ', 'T'))
                .atZone(ZoneId.systemDefault())
                .toEpochSecond();
    }

    boolean sharesAny(Set<String> others) {
        return values.stream().anyMatch(others::contains);
    }

    static String written(String place, String text) {
        return place + ": " + text;
    }

    @Override
    public String toString() {
        return written(place, text);
    }
}
