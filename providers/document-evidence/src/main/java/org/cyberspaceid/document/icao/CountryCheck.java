package org.cyberspaceid.document.icao;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.check.Finding;
import org.cyberspaceid.document.trust.CountryAuthority;

/**
 * Document signer, authority and machine readable zone name the same country, or any trusted authority could sign any country's documents. Case does not
 * matter; certificates have two letters (some three), the zone has three.
 */
final class CountryCheck implements Check<ChipEvidence> {
    @Override
    public DocumentCheck about() {
        return DocumentCheck.COUNTRY_AGREEMENT;
    }

    @Override
    public Finding run(ChipEvidence evidence) {
        Optional<String> zone = Optional.of(evidence.mrz().issuingState());
        Optional<String> signer = CountryAuthority.countryOf(
                        evidence.sod().sod().signerCertificate().getSubject())
                .map(CountryCheck::threeLetters);
        Optional<String> authority =
                evidence.sod().authority().flatMap(CountryAuthority::country).map(CountryCheck::threeLetters);
        return Finding.successIf(zone.equals(signer) && zone.equals(authority), Problem.DOCUMENT_AUTHORITY_UNKNOWN);
    }

    private static String threeLetters(String country) {
        String upper = country.strip().toUpperCase(Locale.ROOT);
        if ("DE".equals(upper)) {
            return "D"; // ICAO 9303-3, section 5
        }
        return Arrays.asList(Locale.getISOCountries()).contains(upper) ? new Locale("", upper).getISO3Country() : upper;
    }
}
