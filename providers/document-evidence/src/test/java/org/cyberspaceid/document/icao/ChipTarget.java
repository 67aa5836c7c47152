package org.cyberspaceid.document.icao;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.cyberspaceid.document.format.Limits;
import org.cyberspaceid.document.fuzz.FuzzTarget;
import org.cyberspaceid.document.fuzz.Script;
import org.cyberspaceid.document.fuzz.Seeds;
import org.cyberspaceid.document.fuzz.Shape;

/** The parsers of a chip's files by themselves, then behind a security object that was made anew around what they get. */
public enum ChipTarget implements FuzzTarget {
    SOD(Limits.SOD) {
        @Override
        String parse(byte[] file) {
            return "groups " + Math.min(SecurityObject.parse(file).hashes().size(), 5);
        }
    },
    DG1(128) {
        @Override
        String parse(byte[] file) {
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
    },
    DG2(Limits.PORTRAIT) {
        @Override
        String parse(byte[] file) {
            return FaceImage.parse(file).length == 0 ? "empty" : "image";
        }
    },
    DG11(Limits.of(11)) {
        @Override
        String parse(byte[] file) {
            return PersonalDetails.name(Optional.of(file), ChipSeals.MRZ)
                            .latin()
                            .isPresent()
                    ? "two names"
                    : "one name";
        }
    },
    DG14(Limits.of(14)) {
        @Override
        String parse(byte[] file) {
            return ChipSecurityInfos.digest(Optional.of(file)).getAlgorithmName();
        }
    },
    DG15(Limits.of(15)) {
        @Override
        String parse(byte[] file) {
            return ActiveAuthenticationCheck.keyIn(file) instanceof RSAKeyParameters ? "RSA" : "EC";
        }
    },
    /** A group that was changed, with a security object over it as it now is. */
    SEALED_GROUPS(0) {
        @Override
        public Attempt ready(byte[] input) {
            return ChipSeals.groups(new Script(input));
        }

        @Override
        public Map<String, byte[]> starts() {
            return ChipSeals.groupStarts();
        }
    },
    /** The content of a security object, or the signer's certificate, changed before it is signed. */
    SEALED_SOD(0) {
        @Override
        public Attempt ready(byte[] input) {
            return ChipSeals.securityObject(new Script(input));
        }

        @Override
        public Map<String, byte[]> starts() {
            Map<String, byte[]> starts = Seeds.starts("LDS", 0);
            starts.put("signer", new byte[] {1});
            starts.put("hashes", new byte[] {2});
            return starts;
        }
    };

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final int cap;

    ChipTarget(int cap) {
        this.cap = cap;
    }

    String parse(byte[] file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Attempt ready(byte[] input) {
        byte[] file = Shape.TLV.file(new Script(input), name(), cap);
        return () -> parse(file);
    }
}
