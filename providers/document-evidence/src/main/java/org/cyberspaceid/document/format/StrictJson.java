package org.cyberspaceid.document.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;

/** JSON of untrusted origin: strict grammar, duplicate keys refused, bounded size, depth, names and numbers. */
public final class StrictJson {
    private static final int DEEPEST = 3;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_NUMBER = 20;
    private static final int MOST_TOKENS = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(Limits.BODY)
                    .maxStringLength(Limits.BODY)
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxTokenCount(MOST_TOKENS)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .build();

    private StrictJson() {}

    /**
     * Reads the one JSON value of a document.
     *
     * @throws MalformedException when it is not well-formed, out of bounds, or followed by anything
     */
    public static <T> T read(byte[] unverified, Reader<T> reader) {
        try (JsonParser parser = FACTORY.createParser(unverified)) {
            T value = reader.read(parser);
            MalformedException.unless(parser.nextToken() == null, "something follows the JSON");
            return value;
        } catch (IOException notJson) {
            throw new MalformedException("not the JSON that is asked for");
        }
    }

    /** Reads from a parser that stands before its first token. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(JsonParser parser) throws IOException;
    }
}
