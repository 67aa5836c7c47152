package org.cyberspaceid.relyingparty.consent;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberspaceid.core.consent.Consent;

/** When a remembered consent is enough, and what an answer makes of it. */
final class ConsentRule {
    /** A consent holds to the end of the month a year from now: the ledger keeps no day. */
    private static final int MONTHS = 12;

    private ConsentRule() {}

    /** The last day of a consent given today. */
    static LocalDate until(LocalDate today) {
        return YearMonth.from(today).plusMonths(MONTHS).atEndOfMonth();
    }

    /**
     * What is still to be asked; nothing when every item was answered before and that still holds.
     *
     * @param anew the ISP wants to hear it again ({@code prompt=consent})
     */
    static Optional<Question> open(List<Item> asked, Optional<Consent> kept, boolean anew, LocalDate today) {
        Optional<Consent> remembered = kept.filter(consent -> !today.isAfter(consent.until()));
        if (anew || remembered.isEmpty()) {
            return Optional.of(new Question(asked, List.of(), remembered));
        }
        List<Item> open = asked.stream()
                .filter(item -> !isAnswered(item, remembered.get()))
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new Question(open, agreed(asked, remembered.get()), remembered));
    }

    /** What the ISP gets of what it asks. */
    static Set<String> granted(List<Item> asked, Consent consent) {
        return agreed(asked, consent).stream().map(Item::name).collect(Collectors.toUnmodifiableSet());
    }

    /** The consent after the person pressed "agree" with these optional items ticked. */
    static Consent agree(Question question, Set<String> ticked, LocalDate today) {
        Set<String> agreed =
                new HashSet<>(question.remembered().map(Consent::agreed).orElse(Set.of()));
        Set<String> declined =
                new HashSet<>(question.remembered().map(Consent::declined).orElse(Set.of()));
        for (Item item : question.open()) {
            boolean yes = item.essential() || ticked.contains(item.name());
            (yes ? agreed : declined).add(item.name());
            (yes ? declined : agreed).remove(item.name());
        }
        return new Consent(Set.copyOf(agreed), Set.copyOf(declined), until(today));
    }

    private static List<Item> agreed(List<Item> asked, Consent consent) {
        return asked.stream()
                .filter(item -> consent.agreed().contains(item.name()))
                .toList();
    }

    /** An optional item that was declined is not asked again; once it is essential, it is. */
    private static boolean isAnswered(Item item, Consent consent) {
        return Stream.of(consent.agreed(), item.essential() ? Set.<String>of() : consent.declined())
                .anyMatch(answered -> answered.contains(item.name()));
    }
}
