package org.cyberspaceid.vault.store;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.cyberspaceid.core.networknumber.Sector;
import org.cyberspaceid.core.vault.NewIdentity;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.LengthPrefixed;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What the vault computes for one person, without the database. JMH's generated classes need it public. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class VaultBenchmark {
    private static final int SOMEBODY = 7;
    private static final Sector SERVICE = new Sector("shop.example");

    @Param
    BenchKeys keys;

    private final NewIdentity identity = Citizens.identity(SOMEBODY);
    private final String userId = Citizens.userId(SOMEBODY);

    private MadeKeys made;
    private Keyring ring;
    private KeyedBlindIndex index;
    private byte[] personKey;
    private IdentityRow row;

    @Setup
    public void makeKeys() throws IOException {
        made = keys.make();
        ring = made.ring();
        index = new KeyedBlindIndex(ring, Citizens.REALM);
        personKey = Pseudonyms.personKey(ring, identity);
        row = newRow().sealed();
    }

    @TearDown
    public void removeKeys() throws IOException {
        made.close();
    }

    /** An enrolment's row: person key, three blind indexes; a fresh data key, sealed; record and person key, sealed by it. */
    @Benchmark
    public Object seal() {
        return newRow();
    }

    private NewRow newRow() {
        return NewRow.of(ring, index, Citizens.REALM, userId, identity);
    }

    /** A row's record: its data key, then the record. */
    @Benchmark
    public Object open() {
        return new OpenPerson(ring, Citizens.REALM, row).identity();
    }

    /** What a mobile number is found by. */
    @Benchmark
    public byte[] blindIndex() {
        return index.mobile(identity.mobile());
    }

    /** A network number of a person key that is open. */
    @Benchmark
    public Object networkNumber() {
        return Pseudonyms.networkNumber(ring, personKey, SERVICE, 0);
    }

    /** What comes before Argon2id. */
    @Benchmark
    public byte[] pepper() {
        return ring.pepper(ring.primaryPepper(), LengthPrefixed.of("password", "27182818"));
    }
}
