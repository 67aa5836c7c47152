package org.cyberspaceid.document.format;

import static org.cyberspaceid.document.format.MalformedException.unless;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The texts and whole numbers of a JSON object. Members of other kinds are known to be there, and that is all. */
public final class JsonMembers {
    private static final Object OTHER = new Object();

    private final Map<String, Object> members;

    private JsonMembers(Map<String, Object> members) {
        this.members = members;
    }

    /** @throws MalformedException when it is no object, or out of the bounds of {@link StrictJson} */
    public static JsonMembers read(byte[] unverified) {
        return StrictJson.read(unverified, JsonMembers::readObject);
    }

    private static JsonMembers readObject(JsonParser parser) throws IOException {
        unless(parser.nextToken() == JsonToken.START_OBJECT, "not an object");
        Map<String, Object> members = new HashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            members.put(name, readValue(parser));
        }
        return new JsonMembers(members);
    }

    private static Object readValue(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getLongValue();
        }
        parser.skipChildren();
        return OTHER;
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** Empty when it is not there. */
    public Optional<String> text(String name) {
        Object value = members.get(name);
        unless(value == null || value instanceof String, "a text");
        return Optional.ofNullable((String) value);
    }

    public String requireText(String name) {
        return text(name).orElseThrow(() -> new MalformedException("a claim is missing"));
    }

    public long requireNumber(String name) {
        unless(members.get(name) instanceof Long, "a whole number");
        return (Long) members.get(name);
    }
}
