package org.cyberspaceid.face.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An object of the manifest, read strictly: all fields that were named, and none besides. */
final class Fields {
    private static final int LONGEST_TEXT = 2_000;

    private final String path;
    private final JsonNode object;

    /** Takes an object with exactly these fields. */
    Fields(String path, JsonNode object, String... names) {
        this.path = path;
        this.object = object;
        if (!object.isObject()) {
            throw new ModelException(
                    path.isEmpty() ? ModelProblem.MANIFEST_MALFORMED : ModelProblem.FIELD_INVALID,
                    (path.isEmpty() ? "the manifest" : path) + " must be an object");
        }
        Set<String> known = Set.of(names);
        for (Iterator<String> there = object.fieldNames(); there.hasNext(); ) {
            String name = there.next();
            if (!known.contains(name)) {
                throw new ModelException(ModelProblem.FIELD_UNKNOWN, at(name));
            }
        }
        for (String name : names) {
            if (!object.has(name)) {
                throw new ModelException(ModelProblem.FIELD_MISSING, at(name));
            }
        }
    }

    Fields object(String name, String... names) {
        return new Fields(at(name), object.get(name), names);
    }

    boolean isText(String name, String text) {
        return object.get(name).isTextual() && object.get(name).textValue().equals(text);
    }

    String text(String name, Pattern pattern) {
        JsonNode value = object.get(name);
        require(
                value.isTextual()
                        && value.textValue().length() <= LONGEST_TEXT
                        && pattern.matcher(value.textValue()).matches(),
                name,
                "must be text like " + pattern);
        return value.textValue();
    }

    int integer(String name, int least, int most) {
        JsonNode value = object.get(name);
        require(
                value.isInt() && value.intValue() >= least && value.intValue() <= most,
                name,
                "must be an integer from " + least + " to " + most);
        return value.intValue();
    }

    double decimal(String name, double least, double most) {
        return decimal(object.get(name), name, least, most);
    }

    List<Double> decimals(String name, int count, double least, double most) {
        JsonNode values = object.get(name);
        require(values.isArray() && values.size() == count, name, "must be a list of " + count + " numbers");
        List<Double> decimals = new ArrayList<>();
        values.forEach(value -> decimals.add(decimal(value, name, least, most)));
        return List.copyOf(decimals);
    }

    List<Integer> integers(String name, int mostCount, int most) {
        JsonNode values = object.get(name);
        require(
                values.isArray() && !values.isEmpty() && values.size() <= mostCount,
                name,
                "must be a list of 1 to " + mostCount + " integers");
        List<Integer> integers = new ArrayList<>();
        for (JsonNode value : values) {
            require(
                    value.isInt() && value.intValue() >= 0 && value.intValue() <= most,
                    name,
                    "must hold integers from 0 to " + most);
            integers.add(value.intValue());
        }
        return List.copyOf(integers);
    }

    /** A list of this many objects, each with exactly these fields. */
    List<Fields> objects(String name, int count, String... names) {
        JsonNode values = object.get(name);
        require(values.isArray() && values.size() == count, name, "must be a list of " + count + " objects");
        List<Fields> objects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            objects.add(new Fields(at(name) + "[" + i + "]", values.get(i), names));
        }
        return objects;
    }

    /** One of the constants, written as they are or in small letters. */
    <E extends Enum<E>> E constant(String name, Class<E> type, boolean small) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> small ? constant.name().toLowerCase(Locale.ROOT) : constant.name())
                .toList();
        JsonNode value = object.get(name);
        int index = value.isTextual() ? names.indexOf(value.textValue()) : -1;
        require(index >= 0, name, "must be one of " + names.stream().collect(Collectors.joining(", ")));
        return type.getEnumConstants()[index];
    }

    void require(boolean good, String name, String otherwise) {
        if (!good) {
            throw new ModelException(ModelProblem.FIELD_INVALID, at(name) + " " + otherwise);
        }
    }

    private double decimal(JsonNode value, String name, double least, double most) {
        require(
                value.isNumber() && value.doubleValue() >= least && value.doubleValue() <= most,
                name,
                "must be a number from " + least + " to " + most);
        return value.doubleValue();
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
