package org.cyberspaceid.flows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody who has a full dump of the database and all logs, knows a person's and each ISP's identifiers, and wants to know which ISP
 * the person used. Looks for entries that name both, for entries that a value of 32 bits joins, over as many steps as it takes, and for
 * entries of the same second.
 */
final class Footprints {
    private final Dump now;
    private final Set<String> knownBefore;
    private final Map<String, Set<DumpEntry>> perIsp;
    private final Set<DumpEntry> written;

    /**
     * @param before as it was when the ISPs were registered and no person had come: what a person leaves is new
     * @param isps name → identifiers
     */
    Footprints(Dump before, Dump now, Map<String, List<Needle>> isps) {
        this.now = now;
        this.knownBefore = before.values();
        this.perIsp = isps.keySet().stream().collect(Collectors.toMap(isp -> isp, isp -> entriesOf(isp, isps, before)));
        Set<String> old = before.texts();
        this.written = Set.copyOf(now.which(entry -> !old.contains(entry.text())));
    }

    /** What the dump holds of an ISP: the entries that name it, and those with a value that, before, only these had (a mapper's id). */
    private Set<DumpEntry> entriesOf(String isp, Map<String, List<Needle>> isps, Dump before) {
        Predicate<DumpEntry> named = naming(isps.get(isp));
        Predicate<DumpEntry> anotherNamed = isps.entrySet().stream()
                .filter(other -> !other.getKey().equals(isp))
                .map(other -> naming(other.getValue()))
                .reduce(entry -> false, Predicate::or);
        Set<String> own = Dump.values(before.which(named));
        own.removeAll(Dump.values(before.which(named.negate().and(anotherNamed))));
        own.removeAll(commonly(before, own));
        return Set.copyOf(now.which(named.or(entry -> entry.sharesAny(own))));
    }

    /** Values that stand in more entries than one ISP could have. */
    private static Set<String> commonly(Dump dump, Set<String> values) {
        return dump.entries().stream()
                .flatMap(entry -> entry.values().stream())
                .filter(values::contains)
                .collect(Collectors.groupingBy(value -> value, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(value -> value.getValue() > MOST_OF_ONE_ISP)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static final int MOST_OF_ONE_ISP = 40;

    /** How many entries name somebody. */
    int entriesOf(List<Needle> identifiers) {
        return now.which(naming(identifiers)).size();
    }

    int entriesOf(String isp) {
        return perIsp.get(isp).size();
    }

    /** All that speaks for a person's having used an ISP. */
    List<String> evidence(List<Needle> person, List<Needle> somebodyElse, String isp) {
        Set<DumpEntry> ofThePerson = joined(person, somebodyElse);
        return Stream.concat(both(ofThePerson, isp), sameSecond(ofThePerson, isp))
                .toList();
    }

    /** The entries that name the person, and those that a value joins to them which is not somebody else's too. */
    private Set<DumpEntry> joined(List<Needle> person, List<Needle> somebodyElse) {
        Set<String> notThePersons = Dump.values(now.which(naming(somebodyElse)));
        Set<DumpEntry> found = new HashSet<>(now.which(naming(person)));
        List<DumpEntry> news = new ArrayList<>(found);
        while (!news.isEmpty()) {
            Set<String> values = Dump.values(news);
            values.removeAll(knownBefore);
            values.removeAll(notThePersons);
            news = now.which(entry -> !found.contains(entry) && entry.sharesAny(values));
            found.addAll(news);
        }
        return found;
    }

    private Stream<String> both(Set<DumpEntry> ofThePerson, String isp) {
        return ofThePerson.stream().filter(perIsp.get(isp)::contains).map(entry -> "joined to " + isp + ": " + entry);
    }

    private Stream<String> sameSecond(Set<DumpEntry> ofThePerson, String isp) {
        List<DumpEntry> ofTheIsp =
                perIsp.get(isp).stream().filter(written::contains).toList();
        return ofThePerson.stream()
                .filter(written::contains)
                .flatMap(entry -> ofTheIsp.stream()
                        .filter(other -> !Collections.disjoint(other.seconds(), entry.seconds()))
                        .map(other -> "same second as " + isp + ": " + entry + " | " + other));
    }

    private static Predicate<DumpEntry> naming(List<Needle> identifiers) {
        List<String> forms = identifiers.stream()
                .flatMap(needle -> needle.forms().values().stream())
                .distinct()
                .toList();
        return entry -> forms.stream().anyMatch(entry.text()::contains);
    }
}
