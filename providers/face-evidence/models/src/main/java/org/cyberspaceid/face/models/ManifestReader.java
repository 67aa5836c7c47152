package org.cyberspaceid.face.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a manifest strictly; every error names the field. */
final class ManifestReader {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern MODEL = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern ANYTHING = Pattern.compile("(?s).*\\S.*");
    /** A plain name: nothing leads out of the folder. */
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int LANDMARKS = 5;
    private static final int MESH_POINTS = 468;
    private static final int MOST_DIMENSIONS = 4_096;

    private ManifestReader() {}

    static ModelManifest read(byte[] json) {
        Fields top = new Fields(
                "",
                tree(json),
                "schema",
                "model",
                "licence",
                "assurance",
                "networks",
                "chip",
                "embedding",
                "thresholds");
        top.integer("schema", ModelManifest.SCHEMA, ModelManifest.SCHEMA);
        return new ModelManifest(
                top.text("model", MODEL),
                top.text("licence", ANYTHING),
                top.constant("assurance", Assurance.class, true),
                networks(top.object("networks", "detector", "mesh", "embedding")),
                chip(top.object("chip", "edge", "layout", "channels", "mean", "scale", "alignment")),
                embedding(top.object("embedding", "input", "output", "dimensions")),
                thresholds(top.object("thresholds", "match", "refer", "same_face", "other_face")));
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new ModelException(ModelProblem.MANIFEST_MALFORMED, e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<FaceNetwork, NetworkFile> networks(Fields fields) {
        Map<FaceNetwork, NetworkFile> networks = new EnumMap<>(FaceNetwork.class);
        for (FaceNetwork network : FaceNetwork.values()) {
            String name = network.field();
            if (network == FaceNetwork.EMBEDDING || !fields.isText(name, ModelManifest.BUILT_IN)) {
                Fields file = fields.object(name, "file", "sha256");
                networks.put(network, new NetworkFile(file.text("file", FILE_NAME), file.text("sha256", SHA256)));
            }
        }
        return Map.copyOf(networks);
    }

    private static Chip chip(Fields fields) {
        int edge = fields.integer("edge", 32, 512);
        return new Chip(
                edge,
                fields.constant("layout", Chip.Layout.class, false),
                fields.constant("channels", Chip.Channels.class, false),
                floats(fields.decimals("mean", 3, 0, 255)),
                floats(fields.decimals("scale", 3, 1e-4, 1)),
                alignment(fields, edge));
    }

    private static List<AlignmentPoint> alignment(Fields chip, int edge) {
        List<AlignmentPoint> points = chip.objects("alignment", LANDMARKS, "mesh", "at").stream()
                .map(point -> {
                    List<Double> at = point.decimals("at", 2, 0, edge);
                    return new AlignmentPoint(point.integers("mesh", 16, MESH_POINTS - 1), at.get(0), at.get(1));
                })
                .toList();
        long places = points.stream().map(p -> List.of(p.x(), p.y())).distinct().count();
        chip.require(places == LANDMARKS, "alignment", "must have " + LANDMARKS + " different places");
        return points;
    }

    private static Embedding embedding(Fields fields) {
        return new Embedding(
                fields.text("input", ANYTHING),
                fields.text("output", ANYTHING),
                fields.integer("dimensions", 16, MOST_DIMENSIONS));
    }

    private static Similarities thresholds(Fields fields) {
        double match = fields.decimal("match", -1, 1);
        double refer = fields.decimal("refer", -1, 1);
        double same = fields.decimal("same_face", -1, 1);
        double other = fields.decimal("other_face", -1, 1);
        fields.require(refer <= match, "refer", "must not be above match");
        fields.require(other <= same, "other_face", "must not be above same_face");
        return new Similarities(match, refer, same, other);
    }

    private static List<Float> floats(List<Double> decimals) {
        return decimals.stream().map(Double::floatValue).toList();
    }
}
