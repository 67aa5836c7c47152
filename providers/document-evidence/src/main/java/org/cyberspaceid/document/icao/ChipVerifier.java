package org.cyberspaceid.document.icao;

import static org.cyberspaceid.document.format.MalformedException.unless;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.document.DocumentCheck.Verdict;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.DocumentVerdict;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.document.VerifiedDocument.ChipProof;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Checklist;
import org.cyberspaceid.document.format.ImageKind;
import org.cyberspaceid.document.format.Limits;
import org.cyberspaceid.document.format.Tlv;
import org.cyberspaceid.document.submission.Submission.ChipFiles;
import org.cyberspaceid.document.trust.CountryAuthorities;
import org.cyberspaceid.document.trust.RevocationLists;

/**
 * Verifies the files of an ICAO 9303 chip: Passive Authentication (ICAO 9303-11, 5.1), then, on groups that are known to be genuine, everything that needs
 * them parsed. The chain comes before the signature, so that only somebody with a genuine signer's certificate makes us compute with a key from the upload.
 */
public final class ChipVerifier {
    private static final Map<Integer, Integer> TAGS = Map.of(1, 0x61, 2, 0x75, 11, 0x6B, 12, 0x6C, 14, 0x6E, 15, 0x6F);

    private static final Checklist<SodEvidence> PASSIVE_AUTHENTICATION = new Checklist<>(
            new ChainCheck(), new RevocationCheck(), new SignatureCheck(), new HashCheck(), new CompletenessCheck());

    private static final Checklist<ChipEvidence> CONTENT = new Checklist<>(
            new MrzCheck(),
            new TypeCheck(),
            new SignerScopeCheck(),
            new CountryCheck(),
            new ActiveAuthenticationCheck(),
            new NumberCheck(),
            new ExpiryCheck());

    private final CountryAuthorities authorities;
    private final RevocationLists revocationLists;

    public ChipVerifier(CountryAuthorities authorities, RevocationLists revocationLists) {
        this.authorities = authorities;
        this.revocationLists = revocationLists;
    }

    /**
     * Verifies.
     *
     * @param challenge the 8 bytes that the chip was to sign
     */
    public DocumentVerdict verify(DocumentType expected, ChipFiles unverified, byte[] challenge, Instant now) {
        Map<DocumentCheck, Verdict> verdicts = new EnumMap<>(DocumentCheck.class);
        try {
            return verify(expected, unverified, challenge, now, verdicts);
        } catch (RuntimeException malformed) {
            // parsers of untrusted bytes throw what they like; it all means the same
            return new DocumentVerdict.Refused(Problem.READING_MALFORMED, Map.copyOf(verdicts));
        }
    }

    private DocumentVerdict verify(
            DocumentType expected,
            ChipFiles unverified,
            byte[] challenge,
            Instant now,
            Map<DocumentCheck, Verdict> verdicts) {
        requireWhole(unverified);
        SecurityObject object = SecurityObject.parse(unverified.sod());
        SodEvidence sod = new SodEvidence(
                object,
                unverified.dataGroups(),
                authorities.issuerOf(object.signerCertificate(), now),
                revocationLists,
                now);
        Optional<Problem> problem = PASSIVE_AUTHENTICATION.run(sod, verdicts);
        if (problem.isPresent()) {
            return new DocumentVerdict.Refused(problem.get(), Map.copyOf(verdicts));
        }
        return verifyContent(
                new ChipEvidence(
                        sod,
                        Mrz.parse(unverified.dataGroups().get(1)),
                        expected,
                        challenge,
                        unverified.activeAuthentication(),
                        LocalDate.ofInstant(now, Age.ZONE)),
                verdicts);
    }

    /** Each file is one object of its tag that fills it: a look at a few bytes, before anything is parsed. */
    private static void requireWhole(ChipFiles unverified) {
        byte[] dg1 = unverified.dataGroups().get(1);
        unless(dg1 == null || Limits.DG1.contains(dg1.length), "the size of DG1");
        unverified.dataGroups().forEach((number, file) -> Tlv.file(TAGS.get(number), file));
    }

    private static DocumentVerdict verifyContent(ChipEvidence chip, Map<DocumentCheck, Verdict> verdicts) {
        Optional<Problem> problem = CONTENT.run(chip, verdicts);
        if (problem.isPresent()) {
            return new DocumentVerdict.Refused(problem.get(), Map.copyOf(verdicts));
        }
        byte[] portrait = FaceImage.parse(chip.group(2).orElseThrow());
        return ImageKind.of(portrait).isPresent()
                ? new DocumentVerdict.Accepted(document(chip, verdicts), portrait, Map.copyOf(verdicts))
                : new DocumentVerdict.Refused(Problem.PORTRAIT_UNUSABLE, Map.copyOf(verdicts));
    }

    private static VerifiedDocument document(ChipEvidence chip, Map<DocumentCheck, Verdict> verdicts) {
        boolean original = verdicts.get(DocumentCheck.ACTIVE_AUTHENTICATION) == Verdict.SUCCESS;
        return new VerifiedDocument(
                DocumentNumber.parse(chip.expected(), chip.mrz().documentNumber(), chip.today())
                        .orElseThrow(),
                PersonalDetails.name(chip.group(11), chip.mrz()),
                MrzDates.birth(chip.mrz().birthDate(), chip.today()),
                MrzDates.expiry(chip.mrz().expiry(), chip.today()),
                original ? ChipProof.ORIGINAL : ChipProof.UNPROTECTED);
    }
}
