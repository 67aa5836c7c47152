package org.cyberspaceid.mobile;

import static com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType.MOBILE;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Set;
import java.util.regex.Pattern;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.outcome.Problem;
import org.keycloak.Config;

/** Mainland China's mobile numbers by the metadata of libphonenumber, widened by the deployer's own prefixes. */
public final class LibphonenumberParser implements MobileNumbers {

    /**
     * Setting {@code spi-sms-code--jpa--mobile-prefixes}: number ranges that are mobile although libphonenumber's metadata does not
     * say so (yet), separated by commas, for example {@code 149}.
     */
    static final String PREFIXES = "mobile-prefixes";

    private static final String REGION = "CN";
    private static final int COUNTRY_CODE = 86;
    private static final int LONGEST_INPUT = 32;
    private static final Pattern INPUT =
            Pattern.compile("\\(?[+\uFF0B]?[\\d\\s().\u00A0\u2010-\u2015\u3000-]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern MOBILE_SHAPE = Pattern.compile("1\\d{10}");
    private static final Pattern PREFIX_SHAPE = Pattern.compile("1\\d{2,5}");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final Set<String> morePrefixes;

    /** With the prefixes of the server's settings. */
    public LibphonenumberParser() {
        this(configuredPrefixes());
    }

    /**
     * With these prefixes beside libphonenumber's.
     *
     * @param morePrefixes 3 to 6 digits each, the first of them 1
     * @throws IllegalArgumentException for a prefix of another shape
     */
    public LibphonenumberParser(Set<String> morePrefixes) {
        morePrefixes.forEach(LibphonenumberParser::requirePrefix);
        this.morePrefixes = Set.copyOf(morePrefixes);
    }

    @Override
    public Parsed parse(String typed) {
        if (typed == null
                || typed.length() > LONGEST_INPUT
                || !INPUT.matcher(typed.strip()).matches()) {
            return bad(Problem.MOBILE_NUMBER_INVALID);
        }
        try {
            return judge(numbers.parse(typed, REGION));
        } catch (NumberParseException noNumber) {
            return bad(Problem.MOBILE_NUMBER_INVALID);
        }
    }

    private Parsed judge(PhoneNumber number) {
        if (number.getCountryCode() != COUNTRY_CODE) {
            return bad(Problem.MOBILE_NUMBER_NOT_SUPPORTED);
        }
        String national = numbers.getNationalSignificantNumber(number);
        boolean mobileShape = MOBILE_SHAPE.matcher(national).matches();
        if (mobileShape && (numbers.getNumberType(number) == MOBILE || isAdded(national))) {
            return new Parsed.Good(new MobileNumber("+" + COUNTRY_CODE + national));
        }
        return bad(numbers.isValidNumber(number) ? Problem.MOBILE_NUMBER_NOT_SUPPORTED : Problem.MOBILE_NUMBER_INVALID);
    }

    private boolean isAdded(String national) {
        return morePrefixes.stream().anyMatch(national::startsWith);
    }

    private static Parsed bad(Problem problem) {
        return new Parsed.Bad(problem);
    }

    private static Set<String> configuredPrefixes() {
        String[] prefixes = Config.scope("sms-code", "jpa").getArray(PREFIXES);
        return prefixes == null ? Set.of() : Set.of(prefixes);
    }

    private static void requirePrefix(String prefix) {
        if (!PREFIX_SHAPE.matcher(prefix).matches()) {
            throw new IllegalArgumentException(PREFIXES + " holds something that is no prefix of mobile numbers");
        }
    }
}
