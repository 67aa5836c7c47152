package org.cyberspaceid.signin.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the languages that a realm speaks fits a language that somebody asks for. The script counts: who reads Traditional Chinese is
 * not answered in Simplified. Keycloak's own matching looks at language and country only, so of zh-Hans and zh-Hant it always takes
 * whichever comes first.
 */
final class LanguageMatch {
    /** Regions that write Traditional Chinese (the likely subtags of Unicode CLDR). */
    private static final Set<String> TRADITIONAL = Set.of("TW", "HK", "MO");

    private LanguageMatch() {}

    /**
     * The best of the supported ones.
     *
     * @param unverifiedTag a BCP 47 language tag as a browser, a cookie or an ISP sent it
     */
    static Optional<Locale> of(String unverifiedTag, Collection<Locale> supported) {
        Locale wanted = Locale.forLanguageTag(unverifiedTag);
        return supported.stream()
                .filter(offered -> offered.getLanguage().equals(wanted.getLanguage()))
                .filter(offered -> script(offered).equals(script(wanted)))
                .filter(offered -> distance(offered, wanted) < 2)
                .min(Comparator.<Locale>comparingInt(offered -> distance(offered, wanted))
                        .thenComparing(Locale::toLanguageTag));
    }

    /** 0: the same country; 1: one of them names none; 2: another country. */
    private static int distance(Locale offered, Locale wanted) {
        if (offered.getCountry().equals(wanted.getCountry())) {
            return 0;
        }
        return offered.getCountry().isEmpty() || wanted.getCountry().isEmpty() ? 1 : 2;
    }

    /** The script, where it is named or where the language has two; else empty. */
    private static String script(Locale locale) {
        if (!locale.getScript().isEmpty() || !locale.getLanguage().equals("zh")) {
            return locale.getScript();
        }
        return TRADITIONAL.contains(locale.getCountry()) ? "Hant" : "Hans";
    }
}
