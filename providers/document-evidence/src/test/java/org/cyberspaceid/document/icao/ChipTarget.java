package org.cyberspaceid.document.icao;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.cyberspaceid.document.format.Limits;
import org.cyberspaceid.document.fuzz.FuzzTarget;
import org.cyberspaceid.document.fuzz.Script;
import org.cyberspaceid.document.fuzz.Seeds;
import org.cyberspaceid.document.fuzz.Shape;

/** The parsers of a chip's files by themselves, then behind a security object that was made anew around what they get. */
public enum ChipTarget implements FuzzTarget {
    SOD(Limits.SOD, file -> {
        return "groups " + Math.min(SecurityObject.parse(file).hashes().size(), 5);
    }),
    DG1(128, ChipTarget::zone),
    DG2(Limits.PORTRAIT, file -> {
        return FaceImage.parse(file).length == 0 ? "empty" : "image";
    }),
    DG11(Limits.of(11), file -> {
        return PersonalDetails.name(Optional.of(file), ChipSeals.MRZ).latin().isPresent() ? "two names" : "one name";
    }),
    DG14(Limits.of(14), file -> {
        return ChipSecurityInfos.digest(Optional.of(file)).getAlgorithmName();
    }),
    DG15(Limits.of(15), file -> {
        return ActiveAuthenticationCheck.keyIn(file) instanceof RSAKeyParameters ? "RSA" : "EC";
    }),
    /** A group that was changed, with a security object over it as it now is. */
    SEALED_GROUPS(ChipSeals::groups, ChipSeals::groupStarts),
    /** The content of a security object, or the signer's certificate, changed before it is signed. */
    SEALED_SOD(ChipSeals::securityObject, ChipTarget::securityObjectStarts);

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Function<Script, Attempt> ready;
    private final Supplier<Map<String, byte[]>> starts;

    /** A parser, called as it is, for a file of the target's name. */
    ChipTarget(int cap, Function<byte[], String> parser) {
        this.ready = script -> {
            byte[] file = Shape.TLV.file(script, name(), cap);
            return () -> parser.apply(file);
        };
        this.starts = FuzzTarget.super::starts;
    }

    /** The verifier, behind a genuine seal. */
    ChipTarget(Function<Script, Attempt> ready, Supplier<Map<String, byte[]>> starts) {
        this.ready = ready;
        this.starts = starts;
    }

    @Override
    public Attempt ready(byte[] input) {
        return ready.apply(new Script(input));
    }

    @Override
    public Map<String, byte[]> starts() {
        return starts.get();
    }

    private static String zone(byte[] file) {
        Mrz mrz = Mrz.parse(file);
        mrz.name();
        mrz.documentCode();
        mrz.issuingState();
        mrz.documentNumber();
        if (!mrz.checkDigitsHold()) {
            return "check digits";
        }
        MrzDates.birth(mrz.birthDate(), TODAY);
        MrzDates.expiry(mrz.expiry(), TODAY);
        return "parsed " + mrz.format();
    }

    private static Map<String, byte[]> securityObjectStarts() {
        Map<String, byte[]> starts = Seeds.starts("LDS", 0);
        starts.put("signer", new byte[] {1});
        starts.put("hashes", new byte[] {2});
        return starts;
    }
}
