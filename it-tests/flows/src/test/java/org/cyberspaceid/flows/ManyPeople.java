package org.cyberspaceid.flows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cyberspaceid.core.document.ChipClass;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.PersonName;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.password.EightDigitPassword;

/**
 * Different people, every type of document in rotation, every kind of name. No two share a value, and no date of theirs is one that
 * software writes by itself. The same today gives the same people.
 */
final class ManyPeople {
    private static final LocalDate FIRST_BORN = LocalDate.of(1940, 1, 2);
    private static final LocalDate LAST_BORN = LocalDate.of(2008, 12, 30);
    private static final int SEED = 173;
    private static final int TRIES = 10_000;
    private static final List<ManyNames.Kind> CHINESE = Stream.of(ManyNames.Kind.values())
            .filter(kind -> kind != ManyNames.Kind.FOREIGN)
            .toList();

    private final LocalDate today;
    private final Random random = new Random(SEED);
    private final Set<String> taken = new HashSet<>();

    private ManyPeople(LocalDate today) {
        this.today = today;
    }

    /**
     * Makes them.
     *
     * @param today their documents are valid for two to fifteen years more
     */
    static List<Person> make(int count, LocalDate today) {
        ManyPeople people = new ManyPeople(today);
        List<Person> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(people.make(i));
        }
        return List.copyOf(all);
    }

    private Person make(int index) {
        DocumentType[] types = DocumentType.values();
        DocumentType type = types[index % types.length];
        LocalDate born = date(FIRST_BORN, LAST_BORN);
        LocalDate expires = date(today.plusYears(2), today.plusYears(15));
        DocumentNumber number = fresh(() -> ManyNumbers.make(type, born, today, random), made -> List.of(made.value()));
        String mobile = fresh(() -> "+86137" + ManyNumbers.digits(8, random), List::of);
        String password = fresh(
                () -> ManyNumbers.digits(8, random),
                List::of,
                made -> EightDigitPassword.check(made, born, List.of(mobile, number.value()))
                        .isEmpty());
        VerifiedDocument document =
                new VerifiedDocument(number, name(type, index / types.length), born, expires, proof(type));
        return new Person(type, document, new MobileNumber(mobile), password);
    }

    private PersonName name(DocumentType type, int round) {
        boolean foreign = type == DocumentType.FOREIGN_PERMANENT_RESIDENT_ID
                || type == DocumentType.FOREIGN_PERMANENT_RESIDENT_ID_2017;
        ManyNames.Kind kind = foreign ? ManyNames.Kind.FOREIGN : CHINESE.get(round % CHINESE.size());
        ManyNames.Name name = fresh(
                () -> ManyNames.make(kind, random),
                made -> foreign ? List.of(made.latin()) : List.of(made.inDocument(), made.latin()));
        boolean latinToo = type.chipClass() == ChipClass.TRAVEL;
        return new PersonName(name.inDocument(), Optional.of(name.latin()).filter(latin -> latinToo));
    }

    private static VerifiedDocument.ChipProof proof(DocumentType type) {
        return type.chipClass() == ChipClass.TRAVEL
                ? VerifiedDocument.ChipProof.ORIGINAL
                : VerifiedDocument.ChipProof.READER_VOUCHED;
    }

    private LocalDate date(LocalDate first, LocalDate last) {
        int days = (int) (last.toEpochDay() - first.toEpochDay());
        return fresh(
                () -> first.plusDays(random.nextInt(days + 1)),
                made -> List.of(made.toString(), made.toString().replace("-", "")),
                this::isUncommon);
    }

    /** The turn of a year and full years from now stand in certificates and time limits. */
    private boolean isUncommon(LocalDate date) {
        int fromToday = Math.abs(date.getDayOfYear() - today.getDayOfYear());
        int fromNewYear = date.getDayOfYear() - 1;
        return Math.min(fromToday, 366 - fromToday) > 3 && Math.min(fromNewYear, 366 - fromNewYear) > 3;
    }

    private <T> T fresh(Supplier<T> make, Function<T, List<String>> texts) {
        return fresh(make, texts, any -> true);
    }

    /** Makes until it is good and nobody has it. */
    private <T> T fresh(Supplier<T> make, Function<T, List<String>> texts, Predicate<T> isGood) {
        T made = Stream.generate(make)
                .limit(TRIES)
                .filter(isGood)
                .filter(one -> texts.apply(one).stream().noneMatch(taken::contains))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("so many different people cannot be made"));
        taken.addAll(texts.apply(made));
        return made;
    }
}
