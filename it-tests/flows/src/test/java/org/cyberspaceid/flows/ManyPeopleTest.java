package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cyberspaceid.core.document.ChipClass;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.password.EightDigitPassword;
import org.junit.jupiter.api.Test;

class ManyPeopleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final int COUNT = 200;

    private final List<Person> people = ManyPeople.make(COUNT, TODAY);

    @Test
    void theyAreTheSameEachTime() {
        assertThat(ManyPeople.make(COUNT, TODAY)).isEqualTo(people);
    }

    @Test
    void noTwoShareAValue() {
        assertDistinct(person -> person.document().name().inDocument());
        assertDistinct(person -> person.document().number());
        assertDistinct(person -> person.document().birthDate());
        assertDistinct(person -> person.document().expiresOn());
        assertDistinct(Person::mobile);
        assertDistinct(Person::password);
        assertThat(people.stream()
                        .flatMap(person -> person.needles().stream())
                        .map(needle -> new String(needle.value(), StandardCharsets.UTF_8)))
                .doesNotHaveDuplicates();
    }

    private void assertDistinct(Function<Person, Object> value) {
        assertThat(people).extracting(value).hasSize(COUNT).doesNotHaveDuplicates();
    }

    @Test
    void theirNumbersFollowTheRules() {
        assertThat(people).allSatisfy(person -> {
            DocumentNumber number = person.document().number();
            assertThat(number.type()).isEqualTo(person.type());
            assertThat(DocumentNumber.parse(person.type(), number.value(), TODAY))
                    .contains(number);
            assertThat(number.birthDate().orElse(person.document().birthDate()))
                    .isEqualTo(person.document().birthDate());
        });
        assertThat(people.stream().filter(p -> p.document().number().birthDate().isPresent()))
                .hasSize(COUNT / 2);
    }

    @Test
    void theirPasswordsAndMobileNumbersAreGood() {
        assertThat(people).allSatisfy(person -> {
            String mobile = person.mobile().e164();
            assertThat(mobile).matches("\\+86137\\d{8}");
            assertThat(EightDigitPassword.check(
                            person.password(),
                            person.document().birthDate(),
                            List.of(mobile, person.document().number().value())))
                    .isEmpty();
        });
    }

    @Test
    void theirDatesAreOfTheTimeAndNoneIsCommon() {
        assertThat(people).allSatisfy(person -> {
            assertThat(person.document().birthDate().getYear()).isBetween(1940, 2008);
            assertThat(person.document().expiresOn()).isBetween(TODAY.plusYears(2), TODAY.plusYears(15));
            assertThat(person.document().expiresOn().toString())
                    .doesNotEndWith("-11-27")
                    .doesNotEndWith("-01-01");
            assertThat(person.document().birthDate().toString())
                    .doesNotEndWith("-11-27")
                    .doesNotEndWith("-01-01");
        });
    }

    @Test
    void everyTypeHasEveryKindOfNameThatFits() {
        for (DocumentType type : DocumentType.values()) {
            List<String> names = people.stream()
                    .filter(person -> person.type() == type)
                    .map(person -> person.document().name().inDocument())
                    .toList();
            assertThat(names).as(type.code()).hasSize(COUNT / DocumentType.values().length);
            if (type.code().startsWith("foreign")) {
                assertThat(names)
                        .allMatch(name -> name.matches("\\p{Lu}[\\p{Lu} -]+"))
                        .anyMatch(name -> name.matches(".*[^ -~].*"));
            } else {
                assertThat(names)
                        .anyMatch(name -> name.matches("\\p{IsHan}{2}"))
                        .anyMatch(name -> name.matches("\\p{IsHan}{3}"))
                        .anyMatch(name -> name.matches("(欧阳|司马|上官|诸葛|夏侯|皇甫|慕容)\\p{IsHan}"))
                        .anyMatch(name -> name.matches(".[㛃䶮\\x{20BB7}\\x{2B5AF}\\x{2B627}\\x{2CC56}]."))
                        .anyMatch(name -> name.matches("\\p{IsHan}+·\\p{IsHan}+"));
            }
        }
        assertThat(names()).contains("㛃").containsPattern("[\\x{20000}-\\x{2FFFF}]");
    }

    @Test
    void everyShapeOfANumberIsAmongThem() {
        assertThat(people.stream()
                        .map(p -> p.document().number().value().replaceAll("\\d", "9"))
                        .collect(Collectors.toSet()))
                .contains(
                        "H99999999",
                        "H9999999999",
                        "M99999999",
                        "99999999",
                        "E99999999",
                        "G99999999",
                        "DEU999999999999")
                .contains("99999999999999999X", "999999999999999999")
                .anyMatch(shape -> shape.matches("E[A-HJ-NP-Z]9{7}"));
    }

    @Test
    void aNeedleOfEachValueIsLookedFor() {
        Person traveller = people.stream()
                .filter(person -> person.type().chipClass() == ChipClass.TRAVEL)
                .findFirst()
                .orElseThrow();
        assertThat(traveller.needles())
                .extracting(needle -> new String(needle.value(), StandardCharsets.UTF_8))
                .contains(
                        traveller.document().name().inDocument(),
                        traveller.document().name().latin().orElseThrow(),
                        traveller.document().number().value(),
                        traveller.document().birthDate().toString(),
                        traveller.document().birthDate().toString().replace("-", ""),
                        traveller.document().expiresOn().toString(),
                        traveller.mobile().e164(),
                        traveller.mobile().e164().substring(3),
                        traveller.password())
                .hasSize(10)
                .anyMatch(value -> value.contains("<<"));
        assertThat(people.get(0).needles())
                .as("of an ID card, which has no Latin name")
                .hasSize(8);
    }

    private String names() {
        return people.stream().map(p -> p.document().name().inDocument()).collect(Collectors.joining(" "));
    }
}
