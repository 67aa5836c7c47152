package org.cyberspaceid.face.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema is strict: whatever differs from it is refused, and the error names the field. */
class ManifestReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theDefaultIsAsItAlwaysWas() throws IOException {
        ModelManifest manifest = ManifestReader.read(JSON.writeValueAsBytes(good()));
        assertThat(manifest.model()).isEqualTo("dlib-resnet-v1");
        assertThat(manifest.assurance()).isEqualTo(Assurance.BASIC);
        assertThat(manifest.thresholds()).isEqualTo(new Similarities(.937, .92, .93, .90));
        assertThat(manifest.chip().edge()).isEqualTo(150);
        assertThat(manifest.chip().mean()).containsExactly(122.782f, 117.001f, 104.298f);
        assertThat(manifest.embedding().dimensions()).isEqualTo(128);
        assertThat(manifest.networks()).containsOnlyKeys(FaceNetwork.values());
    }

    @Test
    void everyFieldMustBeThere() throws IOException {
        List<String> removed = new ArrayList<>();
        eachObject("", good(), (path, names) -> {
            for (String name : names) {
                ObjectNode manifest = good();
                ((ObjectNode) manifest.at(path)).remove(name);
                ModelException refused = refused(manifest);
                assertThat(refused.problem()).isEqualTo(ModelProblem.FIELD_MISSING);
                assertThat(refused).hasMessageContaining(name);
                removed.add(path + "/" + name);
            }
        });
        assertThat(removed)
                .contains("/chip/mean", "/networks/mesh/sha256", "/chip/alignment/4/at")
                .hasSize(40);
    }

    @Test
    void noFieldMayBeThereBesides() throws IOException {
        eachObject("", good(), (path, names) -> {
            ObjectNode manifest = good();
            ((ObjectNode) manifest.at(path)).put("padding", 1);
            assertThat(refused(manifest).problem()).as(path).isEqualTo(ModelProblem.FIELD_UNKNOWN);
        });
    }

    @ParameterizedTest
    @MethodSource
    void aValueOutsideTheSchemaIsRefused(String field, Consumer<ObjectNode> change) throws IOException {
        ObjectNode manifest = good();
        change.accept(manifest);
        ModelException refused = refused(manifest);
        assertThat(refused.problem()).isEqualTo(ModelProblem.FIELD_INVALID);
        assertThat(refused).hasMessageStartingWith("face_model_field_invalid: " + field + " ");
    }

    static Stream<Arguments> aValueOutsideTheSchemaIsRefused() {
        return Stream.of(
                change("schema", m -> m.put("schema", 2)),
                change("model", m -> m.put("model", "Model One")),
                change("licence", m -> m.put("licence", " ")),
                change("assurance", m -> m.put("assurance", "BASIC")),
                change("networks.mesh", m -> at(m, "/networks").put("mesh", "builtin")),
                change("networks.embedding", m -> at(m, "/networks").put("embedding", "built-in")),
                change(
                        "networks.embedding.file",
                        m -> at(m, "/networks/embedding").put("file", "../embedding.onnx")),
                change(
                        "networks.embedding.file",
                        m -> at(m, "/networks/embedding").put("file", "/etc/passwd")),
                change(
                        "networks.embedding.sha256",
                        m -> at(m, "/networks/embedding").put("sha256", "AB")),
                change("chip.edge", m -> at(m, "/chip").put("edge", 1_000)),
                change("chip.edge", m -> at(m, "/chip").put("edge", "150")),
                change("chip.edge", m -> at(m, "/chip").put("edge", 150.5)),
                change("chip.layout", m -> at(m, "/chip").put("layout", "CHW")),
                change("chip.channels", m -> at(m, "/chip").put("channels", "GBR")),
                change("chip.mean", m -> list(m, "/chip/mean").remove(0)),
                change("chip.mean", m -> list(m, "/chip/mean").set(0, -1)),
                change("chip.scale", m -> list(m, "/chip/scale").set(2, 0)),
                change("chip.alignment", m -> list(m, "/chip/alignment").remove(4)),
                change("chip.alignment", m -> at(m, "/chip/alignment/0").set("at", m.at("/chip/alignment/1/at"))),
                change(
                        "chip.alignment[0].mesh",
                        m -> list(m, "/chip/alignment/0/mesh").set(0, 468)),
                change(
                        "chip.alignment[0].mesh",
                        m -> list(m, "/chip/alignment/0/mesh").removeAll()),
                change(
                        "chip.alignment[3].at",
                        m -> list(m, "/chip/alignment/3/at").set(0, 150.1)),
                change("embedding.dimensions", m -> at(m, "/embedding").put("dimensions", 0)),
                change("thresholds.match", m -> at(m, "/thresholds").put("match", 1.1)),
                change("thresholds.refer", m -> at(m, "/thresholds").put("refer", 0.95)),
                change("thresholds.other_face", m -> at(m, "/thresholds").put("other_face", 0.95)));
    }

    @Test
    void whatIsNoManifestIsMalformed() throws IOException {
        String good = JSON.writeValueAsString(good());
        for (String malformed : new String[] {
            "", "[]", "{", "null", good + "{}", good.replaceFirst("\\{", "{\"schema\":1,"), "NaN",
        }) {
            ModelException refused = catchThrowableOfType(
                    ModelException.class, () -> ManifestReader.read(malformed.getBytes(StandardCharsets.UTF_8)));
            assertThat(refused.problem()).as(malformed).isEqualTo(ModelProblem.MANIFEST_MALFORMED);
        }
    }

    private interface ForObject {
        void accept(String path, List<String> names) throws IOException;
    }

    private static void eachObject(String path, JsonNode node, ForObject visitor) throws IOException {
        if (node.isObject()) {
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            visitor.accept(path, names);
            for (String name : names) {
                eachObject(path + "/" + name, node.get(name), visitor);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                eachObject(path + "/" + i, node.get(i), visitor);
            }
        }
    }

    private static Arguments change(String field, Consumer<ObjectNode> change) {
        return Arguments.of(field, change);
    }

    private static ObjectNode at(ObjectNode manifest, String path) {
        return (ObjectNode) manifest.at(path);
    }

    private static ArrayNode list(ObjectNode manifest, String path) {
        return (ArrayNode) manifest.at(path);
    }

    private static ModelException refused(ObjectNode manifest) throws IOException {
        byte[] json = JSON.writeValueAsBytes(manifest);
        ModelException refused = catchThrowableOfType(ModelException.class, () -> ManifestReader.read(json));
        assertThat(refused).as(manifest.toString()).isNotNull();
        return refused;
    }

    private static ObjectNode good() throws IOException {
        try (InputStream in = ModelFiles.builtIn().open(ModelManifest.FILE)) {
            return (ObjectNode) JSON.readTree(in);
        }
    }
}
