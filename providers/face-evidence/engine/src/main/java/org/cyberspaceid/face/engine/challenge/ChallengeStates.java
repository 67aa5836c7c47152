package org.cyberspaceid.face.engine.challenge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cyberspaceid.core.face.FaceService.Hint;
import org.cyberspaceid.core.face.FaceService.Prompt;

/**
 * A state as bytes, for the caller to keep. They hold biometric data and the turns to come, and are neither sealed nor signed:
 * the caller seals them.
 */
public final class ChallengeStates {
    private static final int VERSION = 1;
    private static final int MAX_TURNS = 8;
    private static final int MAX_NUMBERS = 4_096;

    private ChallengeStates() {}

    public static byte[] write(ChallengeState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeByte(state.turns().size());
            for (Prompt turn : state.turns()) {
                out.writeUTF(turn.name());
            }
            out.writeByte(state.step());
            out.writeLong(state.deadline().toEpochMilli());
            write(out, state.reference());
            write(out, state.frontal());
            out.writeInt(state.progress().judged());
            out.writeDouble(state.progress().planarity());
            out.writeUTF(state.progress().hint().name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static ChallengeState read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            require(in.readByte() == VERSION);
            List<Prompt> turns = turns(in);
            int step = in.readByte();
            require(step >= 0 && step < 2 * turns.size());
            Instant deadline = Instant.ofEpochMilli(in.readLong());
            float[] reference = numbers(in);
            Frontal frontal = frontal(in);
            require(frontal.embeddingSum().length == reference.length);
            Progress progress = new Progress(in.readInt(), in.readDouble(), Hint.valueOf(in.readUTF()));
            require(in.read() < 0);
            return new ChallengeState(turns, step, deadline, reference, frontal, progress);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a state of a challenge", e);
        }
    }

    private static List<Prompt> turns(DataInputStream in) throws IOException {
        int size = in.readByte();
        require(size > 0 && size <= MAX_TURNS);
        List<Prompt> turns = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            turns.add(Prompt.valueOf(in.readUTF()));
        }
        return List.copyOf(turns);
    }

    private static void write(DataOutputStream out, Frontal frontal) throws IOException {
        out.writeByte(frontal.frames());
        write(out, frontal.embeddingSum());
        out.writeDouble(frontal.yawSum());
        write(out, frontal.points());
        out.writeDouble(frontal.similarity());
    }

    private static Frontal frontal(DataInputStream in) throws IOException {
        return new Frontal(in.readByte(), numbers(in), in.readDouble(), numbers(in), in.readDouble());
    }

    private static void write(DataOutputStream out, float[] numbers) throws IOException {
        out.writeShort(numbers.length);
        for (float number : numbers) {
            out.writeFloat(number);
        }
    }

    private static float[] numbers(DataInputStream in) throws IOException {
        int size = in.readShort();
        require(size >= 0 && size <= MAX_NUMBERS);
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = in.readFloat();
        }
        return numbers;
    }

    private static void require(boolean good) {
        if (!good) {
            throw new IllegalArgumentException("not a state of a challenge");
        }
    }
}
