package org.cyberspaceid.relyingparty.contract;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.core.mode.DeploymentMode;
import org.cyberspaceid.core.networknumber.Sector;
import org.cyberspaceid.core.networknumber.SectorRule;

/** The contract as an administrator wrote it: the keys, and what is wrong with their values. */
final class ContractConfig {
    static final String SECTOR = "sector";
    static final String ALTERNATIVE = "alternative-sign-in";
    static final String NONCE = "nonce-instead-of-pkce";
    static final String CONFORMANCE = "conformance-test-until";
    static final String EVENTS = "security-events.endpoint";
    static final String BASIS = "legal-basis";
    static final String LAW = "legal-basis.law";
    static final String PURPOSE = "legal-basis.purpose";
    static final String RETENTION = "legal-basis.retention";
    static final String VALUES = "legal-basis.values";

    /** A certification takes days. Whoever needs longer writes the date again, and sees that the exception is still there. */
    static final int LONGEST_CONFORMANCE_DAYS = 31;

    private static final int LONGEST = 500;
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,62}");

    /** A host name (RFC 1123, 2.1). */
    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    private final Map<String, String> unverified;
    private final DeploymentMode mode;
    private final LocalDate today;

    ContractConfig(Map<String, String> unverified, DeploymentMode mode, LocalDate today) {
        this.unverified = unverified;
        this.mode = mode;
        this.today = today;
    }

    /** For this deployment, today. */
    static ContractConfig of(Map<String, String> unverified) {
        return new ContractConfig(unverified, DeploymentMode.current(), Age.today(Clock.systemUTC()));
    }

    /** The first thing that is wrong, for the administrator. */
    Optional<String> fault() {
        return Stream.of(tooLong(), sectorFault(), conformanceFault(), eventsFault(), basisFault())
                .flatMap(Optional::stream)
                .findFirst();
    }

    IspContract contract() {
        return new IspContract(
                value(SECTOR).map(Sector::new),
                value(BASIS).map(this::basis),
                Boolean.parseBoolean(unverified.get(NONCE)),
                value(CONFORMANCE).filter(this::isSoon).flatMap(ContractConfig::day),
                value(ALTERNATIVE),
                value(EVENTS).filter(this::isAddress).map(URI::create));
    }

    private LegalBasis basis(String code) {
        return new LegalBasis(
                code,
                value(LAW).orElse(""),
                value(PURPOSE).orElse(""),
                value(RETENTION).orElse(""),
                words(value(VALUES).orElse("")));
    }

    private Optional<String> tooLong() {
        return fault(
                unverified.values().stream().anyMatch(v -> v != null && v.length() > LONGEST),
                "a value is longer than " + LONGEST + " characters");
    }

    private Optional<String> sectorFault() {
        return fault(
                value(SECTOR).filter(host -> !HOST.matcher(host).matches()).isPresent(),
                SECTOR + ": a host name in lower case, without scheme and port");
    }

    private Optional<String> conformanceFault() {
        return fault(
                value(CONFORMANCE).filter(day -> !isSoon(day)).isPresent(),
                CONFORMANCE + ": a day as YYYY-MM-DD, at most " + LONGEST_CONFORMANCE_DAYS + " days from today");
    }

    /** One that has passed is no fault: the client goes on, without the exception. */
    private boolean isSoon(String unverifiedDay) {
        return day(unverifiedDay)
                .filter(day -> !day.isAfter(today.plusDays(LONGEST_CONFORMANCE_DAYS)))
                .isPresent();
    }

    private static Optional<LocalDate> day(String unverifiedDay) {
        try {
            return Optional.of(LocalDate.parse(unverifiedDay));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private Optional<String> eventsFault() {
        return fault(value(EVENTS).filter(uri -> !isAddress(uri)).isPresent(), EVENTS + ": an https address");
    }

    /** As other addresses of ISPs. What an import brought that is none is not used. */
    private boolean isAddress(String unverifiedUri) {
        return SectorRule.hostOf(unverifiedUri, mode).isPresent();
    }

    private Optional<String> basisFault() {
        boolean any = Stream.of(BASIS, LAW, PURPOSE, RETENTION, VALUES)
                .anyMatch(key -> value(key).isPresent());
        boolean all = Stream.of(BASIS, LAW, PURPOSE, RETENTION, VALUES)
                .allMatch(key -> value(key).isPresent());
        if (!any) {
            return Optional.empty();
        }
        if (!all) {
            return Optional.of("a legal basis has a code, a law, a purpose, a retention time and values");
        }
        return Stream.of(
                        fault(
                                !CODE.matcher(value(BASIS).orElse("")).matches(),
                                BASIS + ": lower-case letters, digits, hyphens and dots"),
                        fault(
                                !LegalBasis.VALUES.containsAll(
                                        words(value(VALUES).orElse(""))),
                                VALUES + ": of " + String.join(", ", sorted(LegalBasis.VALUES))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(unverified.get(key)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Set<String> words(String text) {
        return new LinkedHashSet<>(List.of(text.strip().split("\\s+")));
    }

    private static List<String> sorted(Set<String> values) {
        return values.stream().sorted().toList();
    }

    private static Optional<String> fault(boolean wrong, String message) {
        return wrong ? Optional.of(message) : Optional.empty();
    }
}
