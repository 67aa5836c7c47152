package org.cyberspaceid.document.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.cyberspaceid.document.fuzz.FuzzTarget;
import org.cyberspaceid.document.fuzz.Script;
import org.cyberspaceid.document.fuzz.Seeds;
import org.cyberspaceid.document.fuzz.Shape;
import org.cyberspaceid.virtual.Holder;
import org.cyberspaceid.virtual.TrustFiles;

/** Master lists: as a stranger could change them, and as a pinned signer could sign them. */
public enum MasterListTarget implements FuzzTarget {
    MASTER_LIST {
        @Override
        public Attempt ready(byte[] input) {
            byte[] list = Shape.TLV.file(new Script(input), name(), CAP);
            MasterListSigners signers = Pins.OF_THE_SEEDS;
            return () -> counted(MasterList.open(list, signers, NOW).size());
        }
    },
    /** Changed before it is signed, opened, and then loaded as the store does. */
    SEALED_MASTER_LIST {
        @Override
        public Attempt ready(byte[] input) {
            byte[] content = Shape.TLV.file(new Script(input), "CSCA_LIST", CAP);
            byte[] list = TrustFiles.signed(ICAOObjectIdentifiers.id_icao_cscaMasterList, content, Pins.SIGNER);
            return () -> {
                int certificates = MasterList.open(list, Pins.OF_THIS_RUN, NOW).size();
                TrustFiles.write(Pins.FOLDER, "list.ml", list);
                TrustSources sources = new TrustSources(
                        List.of(Pins.FOLDER.resolve("list.ml")), List.of(Pins.PIN), List.of(), Set.of());
                CountryAuthorities loaded = CountryAuthorities.load(sources, NOW);
                CountryAuthorities.loadLeadingTo(new X500Name("C=UT,CN=CSCA 2"), sources, NOW);
                return counted(certificates) + ", " + counted(loaded.size()) + " used";
            };
        }

        @Override
        public Map<String, byte[]> starts() {
            return Seeds.starts("CSCA_LIST");
        }
    };

    /** Of the genuine files. */
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    /** An input is loaded three times, and held to the memory of one; MasterListTest loads a list at the limits. */
    private static final int CAP = 128 * 1024;

    private static String counted(int certificates) {
        return certificates > 4 ? "many" : Integer.toString(certificates);
    }

    /** Made when they are needed. */
    private static final class Pins {
        private static final Holder SIGNER = TrustFiles.masterListSigner("C=UT,CN=lists", "P-256")
                .valid(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(365)))
                .selfSigned();
        private static final Path FOLDER = folder();
        private static final Path PIN = pin();
        private static final MasterListSigners OF_THIS_RUN = MasterListSigners.load(List.of(PIN));
        private static final MasterListSigners OF_THE_SEEDS = MasterListSigners.load(
                List.of(TrustFiles.write(FOLDER, "seeds.cer", Seeds.genuine("MASTER_LIST_PIN", 0))));

        private static Path folder() {
            try {
                return Files.createTempDirectory(Path.of("target"), "fuzz-lists");
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        private static Path pin() {
            try {
                return TrustFiles.write(FOLDER, "pin.cer", SIGNER.certificate().getEncoded());
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
