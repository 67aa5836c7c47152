package org.cyberspaceid.face.models.convert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cyberspaceid.face.models.FaceModel;
import org.cyberspaceid.face.models.FaceNetwork;
import org.cyberspaceid.face.models.ModelManifest;

/** The build step: fetches the packages and converts the networks, each only when something it is made from is newer. */
public final class BuildNetworks {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path nodeModules;
    private final Path classes;

    private BuildNetworks(Path nodeModules, Path classes) {
        this.nodeModules = nodeModules;
        this.classes = classes;
    }

    /**
     * Runs the step.
     *
     * @param arguments the module's folder (with package-lock.json) and its folder of classes
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path module = Path.of(arguments[0]);
        NpmPackages.install(module);
        new BuildNetworks(module.resolve("node_modules"), Path.of(arguments[1])).build();
    }

    private void build() throws IOException {
        Path ours = classes.resolve(FaceNetwork.class.getPackageName().replace('.', '/'));
        Path folder = Files.createDirectories(ours.resolve(FaceModel.DEFAULT));
        if (isUpToDate(folder, ours.resolve("convert"))) {
            return;
        }
        Map<FaceNetwork, String> sha256 = new EnumMap<>(FaceNetwork.class);
        for (FaceNetwork network : FaceNetwork.values()) {
            byte[] model = convert(network);
            write(folder, network.file(), model);
            sha256.put(network, Source.sha256(model));
        }
        write(folder, ModelManifest.FILE, DefaultManifest.json(sha256));
    }

    private byte[] convert(FaceNetwork network) throws IOException {
        return switch (network) {
            case DETECTOR -> detector();
            case MESH -> mesh();
            case EMBEDDING -> embedding();
        };
    }

    private boolean isUpToDate(Path folder, Path converters) throws IOException {
        long newest = 0;
        for (Source source : Source.values()) {
            newest = Math.max(newest, time(source.in(nodeModules)));
        }
        try (var converter = Files.list(converters)) {
            for (Path file : converter.toList()) {
                newest = Math.max(newest, time(file));
            }
        }
        // The manifest is written last.
        return time(folder.resolve(ModelManifest.FILE)) >= newest;
    }

    private static long time(Path file) {
        return file.toFile().lastModified();
    }

    private byte[] detector() throws IOException {
        Map<String, String> outputs = new LinkedHashMap<>();
        outputs.put("Identity", "scores_16");
        outputs.put("Identity_1", "scores_32");
        outputs.put("Identity_2", "boxes_16");
        outputs.put("Identity_3", "boxes_32");
        return new GraphModel("detector", json(Source.DETECTOR_GRAPH), Source.DETECTOR_WEIGHTS.read(nodeModules))
                .convert(outputs);
    }

    private byte[] mesh() throws IOException {
        Map<String, String> outputs = new LinkedHashMap<>();
        outputs.put("Identity_2", "mesh");
        outputs.put("Identity_1", "face");
        return new GraphModel("mesh", json(Source.MESH_GRAPH), Source.MESH_WEIGHTS.read(nodeModules)).convert(outputs);
    }

    private byte[] embedding() throws IOException {
        return new EmbeddingModel(json(Source.EMBEDDING_MANIFEST), Source.EMBEDDING_WEIGHTS.read(nodeModules))
                .convert();
    }

    private JsonNode json(Source source) throws IOException {
        return JSON.readTree(source.read(nodeModules));
    }

    /** By way of another name, so that a build that is stopped leaves no half file. */
    private static void write(Path folder, String file, byte[] content) throws IOException {
        Path half = Files.write(folder.resolve(file + ".half"), content);
        Files.move(half, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
}
