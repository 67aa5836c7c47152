package org.cyberspaceid.document.submission;

import static org.cyberspaceid.document.format.MalformedException.unless;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.format.Limits;
import org.cyberspaceid.document.format.MalformedException;
import org.cyberspaceid.document.format.StrictJson;

/** Reads the JSON of a submission. Each cap holds before the base64 behind it is decoded. */
public final class SubmissionReader {
    private String sod;
    private String activeAuthentication;
    private String statement;
    private Map<Integer, String> dataGroups;

    private SubmissionReader() {}

    /** Reads; what is too large or malformed comes back as {@link Submission.Unreadable}. */
    public static Submission read(byte[] unverified) {
        if (unverified.length > Limits.BODY) {
            return new Submission.Unreadable(Problem.READING_TOO_LARGE);
        }
        try {
            return StrictJson.read(unverified, parser -> new SubmissionReader().readObject(parser));
        } catch (MalformedException | IllegalArgumentException malformed) {
            return new Submission.Unreadable(Problem.READING_MALFORMED);
        }
    }

    private Submission readObject(JsonParser parser) throws IOException {
        unless(parser.nextToken() == JsonToken.START_OBJECT, "not an object");
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            switch (name) {
                case "sod" -> sod = text(parser);
                case "activeAuthentication" -> activeAuthentication = text(parser);
                case "statement" -> statement = text(parser);
                case "dataGroups" -> dataGroups = readGroups(parser);
                default -> throw new MalformedException("a member that is not known");
            }
        }
        return withinCaps() ? decoded() : new Submission.Unreadable(Problem.READING_TOO_LARGE);
    }

    private static Map<Integer, String> readGroups(JsonParser parser) throws IOException {
        unless(parser.nextToken() == JsonToken.START_OBJECT, "not an object");
        Map<Integer, String> groups = new TreeMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            // "01" and "1" would be the same group twice
            unless(name.matches("[1-9][0-9]?") && Limits.takes(Integer.parseInt(name)), "a group that is not taken");
            groups.put(Integer.valueOf(name), text(parser));
        }
        return groups;
    }

    private static String text(JsonParser parser) throws IOException {
        String text = parser.nextTextValue();
        unless(text != null, "not a string");
        return text;
    }

    private boolean withinCaps() {
        return (sod == null || Limits.fitsAsBase64(sod, Limits.SOD))
                && (activeAuthentication == null
                        || Limits.fitsAsBase64(activeAuthentication, Limits.ACTIVE_AUTHENTICATION))
                && (statement == null || statement.length() <= Limits.STATEMENT)
                && (dataGroups == null
                        || dataGroups.entrySet().stream()
                                .allMatch(g -> Limits.fitsAsBase64(g.getValue(), Limits.of(g.getKey()))));
    }

    private Submission decoded() {
        if (statement != null) {
            unless(sod == null && dataGroups == null && activeAuthentication == null, "a chip and a statement");
            return new Submission.Statement(statement);
        }
        unless(sod != null && dataGroups != null, "neither a chip nor a statement");
        TreeMap<Integer, byte[]> groups = new TreeMap<>();
        dataGroups.forEach(
                (number, text) -> groups.put(number, Base64.getDecoder().decode(text)));
        return new Submission.ChipFiles(
                Base64.getDecoder().decode(sod),
                groups,
                Optional.ofNullable(activeAuthentication).map(Base64.getDecoder()::decode));
    }
}
