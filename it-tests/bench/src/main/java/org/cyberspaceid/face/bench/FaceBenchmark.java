package org.cyberspaceid.face.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.clips.TurnRenderer;
import org.cyberspaceid.face.engine.DetectedFace;
import org.cyberspaceid.face.engine.FaceEngine;
import org.cyberspaceid.face.engine.FaceMesh;
import org.cyberspaceid.face.engine.Vectors;
import org.cyberspaceid.face.engine.image.RgbImage;
import org.cyberspaceid.face.engine.image.UntrustedImages;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A camera frame of 640 × 480 compared with a reference, and the parts of it. One thread, one thread a network. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 4)
public class FaceBenchmark {
    private static final int MAX_BYTES = 512 * 1024;

    private FaceEngine engine;
    private byte[] jpeg;
    private RgbImage image;
    private DetectedFace face;
    private FaceMesh mesh;
    private float[] reference;

    /** Loads the engine and renders the frame. */
    @Setup
    public void prepare() {
        engine = new FaceEngine(1);
        jpeg = TurnRenderer.frame(Portraits.all().get(0), 0);
        image = decode();
        face = detect().get(0);
        mesh = mesh();
        reference = embed();
    }

    @TearDown
    public void close() {
        engine.close();
    }

    /** All of it; must match, since a frame without a face would be fast. */
    @Benchmark
    public double compare() {
        RgbImage decoded = decode();
        FaceMesh found = engine.mesh(decoded, engine.detect(decoded).get(0)).orElseThrow();
        double similarity = Vectors.cosine(reference, engine.embed(decoded, found));
        if (similarity < 0.99) {
            throw new IllegalStateException("similarity " + similarity);
        }
        return similarity;
    }

    @Benchmark
    public RgbImage decode() {
        return UntrustedImages.decode(jpeg, MAX_BYTES).orElseThrow();
    }

    @Benchmark
    public List<DetectedFace> detect() {
        return engine.detect(image);
    }

    /** Two runs. */
    @Benchmark
    public FaceMesh mesh() {
        return engine.mesh(image, face).orElseThrow();
    }

    /** The chip and its mirror image in one run. */
    @Benchmark
    public float[] embed() {
        return engine.embed(image, mesh);
    }
}
