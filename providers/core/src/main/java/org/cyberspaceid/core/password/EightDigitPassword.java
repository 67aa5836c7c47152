package org.cyberspaceid.core.password;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cyberspaceid.core.outcome.Problem;

/** The rule of the 8-digit password: exactly eight digits, no run or repetition, nothing that stands on a document. */
public final class EightDigitPassword {
    private static final int LENGTH = 8;
    private static final int LONGEST_RUN = 4;
    private static final List<DateTimeFormatter> DATE_FORMS = Stream.of("yyyyMMdd", "ddMMyyyy", "MMddyyyy")
            .map(DateTimeFormatter::ofPattern)
            .toList();

    private EightDigitPassword() {}

    /**
     * Checks a candidate.
     *
     * @param birthDate the person's
     * @param personalNumbers mobile number and document numbers; only their digits count
     * @return the first rule it breaks, or empty when it is good
     */
    public static Optional<Problem> check(String candidate, LocalDate birthDate, Collection<String> personalNumbers) {
        if (!candidate.matches("[0-9]{" + LENGTH + "}")) {
            return Optional.of(Problem.PASSWORD_NOT_EIGHT_DIGITS);
        }
        if (isPattern(candidate)) {
            return Optional.of(Problem.PASSWORD_PATTERN);
        }
        return isPersonal(candidate, birthDate, personalNumbers)
                ? Optional.of(Problem.PASSWORD_PERSONAL)
                : Optional.empty();
    }

    private static boolean isPattern(String digits) {
        return longestRun(digits, 0) >= LONGEST_RUN
                || longestRun(digits, 1) > LONGEST_RUN
                || longestRun(digits, -1) > LONGEST_RUN
                || repeats(digits, 2)
                || repeats(digits, 4)
                || (pairs(digits) && longestRun(everySecond(digits), 1) == LENGTH / 2)
                || (pairs(digits) && longestRun(everySecond(digits), -1) == LENGTH / 2);
    }

    /** The longest stretch in which each digit is the one before plus {@code step}; 9 and 0 are neighbours, as on a keypad. */
    private static int longestRun(String digits, int step) {
        int longest = 1;
        int current = 1;
        for (int i = 1; i < digits.length(); i++) {
            boolean goesOn = Math.floorMod(digits.charAt(i) - digits.charAt(i - 1) - step, 10) == 0;
            current = goesOn ? current + 1 : 1;
            longest = Math.max(longest, current);
        }
        return longest;
    }

    private static boolean repeats(String digits, int period) {
        return digits.substring(period).equals(digits.substring(0, digits.length() - period));
    }

    private static boolean pairs(String digits) {
        return everySecond(digits).equals(everySecond(digits.substring(1) + "-"));
    }

    private static String everySecond(String digits) {
        StringBuilder every = new StringBuilder();
        for (int i = 0; i < digits.length(); i += 2) {
            every.append(digits.charAt(i));
        }
        return every.toString();
    }

    private static boolean isPersonal(String digits, LocalDate birthDate, Collection<String> personalNumbers) {
        return DATE_FORMS.stream().anyMatch(form -> form.format(birthDate).equals(digits))
                || personalNumbers.stream()
                        .anyMatch(n -> n.replaceAll("\\D", "").contains(digits));
    }
}
