package org.cyberspaceid.document.icao;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.document.DocumentCheck.Verdict;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.check.Finding;
import org.cyberspaceid.document.check.Outcome;
import org.cyberspaceid.document.submission.Submission.ChipFiles;
import org.cyberspaceid.document.trust.CountryAuthorities;
import org.cyberspaceid.document.trust.RevocationLists;

/**
 * The checks of {@link ChipVerifier} for an operator: each is run that can be run with the files that are there, also after another failed, and says why. What it
 * says lets nobody in.
 */
public final class ChipInspection {
    private static final List<Verdict> BEST_FIRST =
            List.of(Verdict.NOT_PERFORMED, Verdict.SUCCESS, Verdict.UNDETERMINED, Verdict.FAILED);

    private final SecurityObject sod;
    private final ChipFiles files;
    private final Instant now;
    private final Map<DocumentCheck, Outcome> outcomes = new EnumMap<>(DocumentCheck.class);

    /** @throws RuntimeException when the SOD is malformed */
    public ChipInspection(ChipFiles unverified, Instant now) {
        this.sod = SecurityObject.parse(unverified.sod());
        this.files = unverified;
        this.now = now;
    }

    /** Whose signature the signer's certificate claims. */
    public X500Name issuer() {
        return sod.signerCertificate().getIssuer();
    }

    /**
     * Runs the checks.
     *
     * @param type what the document should be; without it neither its type nor its number is looked at
     * @param challenge what the chip was to sign
     */
    public Map<DocumentCheck, Outcome> run(
            CountryAuthorities authorities,
            RevocationLists lists,
            Optional<DocumentType> type,
            Optional<byte[]> challenge) {
        SodEvidence evidence = new SodEvidence(
                sod, files.dataGroups(), authorities.issuerOf(sod.signerCertificate(), now), lists, now);
        run(new ChainCheck(), evidence, chainReason(evidence, authorities));
        if (evidence.authority().isPresent()) {
            run(new RevocationCheck(), evidence, revocationReason(evidence));
        }
        run(new SignatureCheck(), evidence, "signature_does_not_hold");
        if (!files.dataGroups().isEmpty()) {
            run(new HashCheck(), evidence, "hash_differs_or_group_not_listed");
        }
        if (files.dataGroups().containsKey(1)) {
            runContent(evidence, type, challenge);
        }
        return outcomes;
    }

    private void runContent(SodEvidence evidence, Optional<DocumentType> type, Optional<byte[]> challenge) {
        if (!isAuthentic()) {
            put(DocumentCheck.MACHINE_READABLE_ZONE, Outcome.of(Verdict.NOT_PERFORMED, "not_authentic"));
            return;
        }
        Mrz mrz;
        try {
            mrz = Mrz.parse(files.dataGroups().get(1));
        } catch (RuntimeException malformed) {
            put(DocumentCheck.MACHINE_READABLE_ZONE, Outcome.of(Verdict.FAILED, "malformed"));
            return;
        }
        ChipEvidence chip = new ChipEvidence(
                evidence,
                mrz,
                type.orElse(DocumentType.PASSPORT),
                challenge.orElse(new byte[0]),
                files.activeAuthentication(),
                LocalDate.ofInstant(now, Age.ZONE));
        run(new MrzCheck(), chip, "check_digit_or_date");
        run(new SignerScopeCheck(), chip, "signer_not_for_this_document_type");
        run(new CountryCheck(), chip, "countries_differ");
        run(new ExpiryCheck(), chip, "document_expired");
        if (challenge.isPresent() || !sod.lists(15)) {
            run(new ActiveAuthenticationCheck(), chip, "chip_did_not_sign_the_challenge");
        }
        if (type.isPresent()) {
            run(new TypeCheck(), chip, "another_document_type");
            run(new NumberCheck(), chip, "number_rule");
        }
    }

    /** The groups may be parsed only when they are known to be genuine. */
    private boolean isAuthentic() {
        return List.of(DocumentCheck.CERTIFICATE_CHAIN, DocumentCheck.SIGNATURE, DocumentCheck.DATA_GROUP_HASHES)
                .stream()
                .allMatch(check -> outcomes.get(check).verdict() == Verdict.SUCCESS);
    }

    private <E> void run(Check<E> check, E evidence, String reason) {
        try {
            Finding finding = check.run(evidence);
            put(
                    check.about(),
                    finding.verdict() == Verdict.SUCCESS ? Outcome.SUCCESS : reason(finding.verdict(), reason));
        } catch (RuntimeException malformed) {
            put(check.about(), Outcome.of(Verdict.FAILED, "malformed"));
        }
    }

    private static Outcome reason(Verdict verdict, String reason) {
        return Outcome.of(verdict, verdict == Verdict.NOT_PERFORMED ? "not_in_this_document" : reason);
    }

    private void put(DocumentCheck check, Outcome outcome) {
        outcomes.merge(
                check,
                outcome,
                (before, now) ->
                        BEST_FIRST.indexOf(now.verdict()) > BEST_FIRST.indexOf(before.verdict()) ? now : before);
    }

    private String chainReason(SodEvidence evidence, CountryAuthorities authorities) {
        if (evidence.authority().isPresent()) {
            return sod.signerCertificate().isValidOn(Date.from(now)) ? "signer_profile" : "signer_out_of_date";
        }
        if (authorities.everIssuerOf(sod.signerCertificate()).isPresent()) {
            return "authority_out_of_date";
        }
        return authorities.knowsName(issuer()) ? "issuer_key_unknown" : "issuer_unknown";
    }

    private String revocationReason(SodEvidence evidence) {
        return switch (evidence.revocationLists().statusOf(sod.signerCertificate(), issuer(), now)) {
            case REVOKED -> "signer_revoked";
            case GOOD, UNKNOWN ->
                evidence.revocationLists().nextUpdate(issuer()).isPresent()
                        ? "revocation_list_out_of_date"
                        : "revocation_list_missing";
        };
    }
}
