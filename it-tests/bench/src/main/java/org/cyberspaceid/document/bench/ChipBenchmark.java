package org.cyberspaceid.document.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.DocumentVerdict;
import org.cyberspaceid.document.icao.ChipVerifier;
import org.cyberspaceid.document.submission.Submission.ChipFiles;
import org.cyberspaceid.document.submission.SubmissionReader;
import org.cyberspaceid.document.trust.CountryAuthorities;
import org.cyberspaceid.document.trust.RevocationLists;
import org.cyberspaceid.document.trust.TrustSources;
import org.cyberspaceid.virtual.DocumentOrder;
import org.cyberspaceid.virtual.Holder;
import org.cyberspaceid.virtual.PortraitFormat;
import org.cyberspaceid.virtual.SandboxAuthority;
import org.cyberspaceid.virtual.TrustFiles;
import org.cyberspaceid.virtual.Variant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A passport, verified as the server does it, the trust store loaded: chain, revocation, signature, hashes, machine readable zone. One thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ChipBenchmark {
    private static final byte[] CHALLENGE = new byte[8];

    @Param
    SignerKind signer;

    private ChipVerifier verifier;
    private ChipFiles chip;

    /** Makes authority, signer, passport and trust store. */
    @Setup
    public void makePassport() throws IOException {
        Path folder = Files.createTempDirectory("bench-documents");
        Holder csca = signer.certificate("C=CN,CN=CSCA").asAuthority().selfSigned();
        Holder documentSigner = signer.certificate("C=CN,CN=signer").asSigner().signedBy(csca);
        Path csca1 = TrustFiles.write(folder, "csca.cer", csca.certificate().getEncoded());
        Path crl = TrustFiles.write(folder, "csca.crl", TrustFiles.revocationList(csca, Set.of(), Duration.ofDays(1)));
        TrustSources sources = new TrustSources(List.of(csca1), List.of(), List.of(crl), Set.of());
        CountryAuthorities authorities = CountryAuthorities.load(sources, Instant.now());
        verifier = new ChipVerifier(authorities, RevocationLists.load(sources, authorities));
        SortedMap<Integer, byte[]> groups = groups(folder);
        chip = new ChipFiles(TrustFiles.securityObject(groups, documentSigner), groups, Optional.empty());
    }

    private static SortedMap<Integer, byte[]> groups(Path folder) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(480, 640, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        byte[] submission = SandboxAuthority.openOrCreate(folder.resolve("authority"))
                .issue(new DocumentOrder(
                        DocumentType.PASSPORT,
                        "王小明",
                        Optional.of("WANG XIAOMING"),
                        LocalDate.of(1990, 7, 24),
                        jpeg.toByteArray(),
                        PortraitFormat.JPEG,
                        Variant.NO_ACTIVE_AUTHENTICATION))
                .submission(CHALLENGE, "bench");
        return ((ChipFiles) SubmissionReader.read(submission)).dataGroups();
    }

    /** Must be accepted: a refusal would be fast. */
    @Benchmark
    public DocumentVerdict verify() {
        DocumentVerdict verdict = verifier.verify(DocumentType.PASSPORT, chip, CHALLENGE, Instant.now());
        if (verdict instanceof DocumentVerdict.Refused refused) {
            throw new IllegalStateException("refused: " + refused.problem());
        }
        return verdict;
    }
}
