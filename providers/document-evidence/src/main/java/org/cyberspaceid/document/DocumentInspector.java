package org.cyberspaceid.document;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.document.DocumentCheck.Verdict;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.DocumentVerdict;
import org.cyberspaceid.document.check.Outcome;
import org.cyberspaceid.document.icao.ChipInspection;
import org.cyberspaceid.document.statement.StatementVerifier;
import org.cyberspaceid.document.submission.Submission.ChipFiles;
import org.cyberspaceid.document.trust.CountryAuthorities;
import org.cyberspaceid.document.trust.ReaderServices;
import org.cyberspaceid.document.trust.RevocationLists;
import org.cyberspaceid.document.trust.TrustSources;

/** Looks at documents for an operator: what holds, what does not, and why. */
public final class DocumentInspector {
    private final Instant now;

    /** @param now the time of the checks */
    public DocumentInspector(Instant now) {
        this.now = now;
    }

    /**
     * The files of a chip, the SOD alone, or with any of its groups.
     *
     * @param unverified within {@link org.cyberspaceid.document.format.Limits}
     * @return every check of a chip; the ones that could not be run are not performed
     * @throws IllegalArgumentException when the trust sources cannot be used
     */
    public Map<DocumentCheck, Outcome> chip(
            TrustSources sources, ChipFiles unverified, Optional<DocumentType> type, Optional<byte[]> challenge) {
        ChipInspection inspection;
        try {
            inspection = new ChipInspection(unverified, now);
        } catch (RuntimeException malformed) {
            // parsers of untrusted bytes throw what they like; it all means the same
            return complete(Map.of(DocumentCheck.SIGNATURE, Outcome.of(Verdict.FAILED, "malformed")));
        }
        CountryAuthorities authorities = CountryAuthorities.loadLeadingTo(inspection.issuer(), sources, now);
        return complete(inspection.run(authorities, RevocationLists.load(sources, authorities), type, challenge));
    }

    /** A reader service's statement; the parameters are those of {@link StatementVerifier#verify}. */
    public Map<DocumentCheck, Outcome> statement(
            Path readerServices, DocumentType type, String unverifiedJws, byte[] challenge, String audience) {
        DocumentVerdict verdict = new StatementVerifier(ReaderServices.load(readerServices))
                .verify(type, unverifiedJws, challenge, audience, now);
        Map<DocumentCheck, Outcome> outcomes = new EnumMap<>(DocumentCheck.class);
        verdict.checks().forEach((check, v) -> outcomes.put(check, outcome(v, verdict)));
        if (verdict instanceof DocumentVerdict.Refused refused
                && outcomes.values().stream().allMatch(o -> o.verdict() == Verdict.SUCCESS)) {
            outcomes.put(
                    DocumentCheck.STATEMENT,
                    Outcome.of(Verdict.FAILED, refused.problem().code()));
        }
        return complete(outcomes);
    }

    private static Outcome outcome(Verdict verdict, DocumentVerdict all) {
        return all instanceof DocumentVerdict.Refused refused && verdict != Verdict.SUCCESS
                ? Outcome.of(verdict, refused.problem().code())
                : new Outcome(verdict, Optional.empty());
    }

    private static Map<DocumentCheck, Outcome> complete(Map<DocumentCheck, Outcome> some) {
        Map<DocumentCheck, Outcome> all = new EnumMap<>(DocumentCheck.class);
        for (DocumentCheck check : DocumentCheck.values()) {
            all.put(check, some.getOrDefault(check, new Outcome(Verdict.NOT_PERFORMED, Optional.empty())));
        }
        return all;
    }
}
