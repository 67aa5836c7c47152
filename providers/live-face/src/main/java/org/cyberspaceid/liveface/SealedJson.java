package org.cyberspaceid.liveface;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** What goes into a sealed row: JSON bytes. The vault seals them. */
public final class SealedJson {
    /** A field of a newer version is passed over: during a rolling upgrade both versions read the same rows. */
    private static final ObjectMapper MAPPER =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private SealedJson() {}

    public static byte[] write(Record state) {
        try {
            return MAPPER.writeValueAsBytes(state);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("sealed state cannot be written", strip(unwritable));
        }
    }

    /** Reads what {@link #write} wrote; the row is authenticated, so a failure is a fault of ours (or of an upgrade). */
    public static <T extends Record> T read(byte[] json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (IOException unreadable) {
            throw new IllegalStateException("sealed state cannot be read", strip(unreadable));
        }
    }

    /** Jackson quotes its input in messages; that input is personal data. */
    private static Throwable strip(IOException e) {
        return new IOException(e.getClass().getSimpleName());
    }
}
