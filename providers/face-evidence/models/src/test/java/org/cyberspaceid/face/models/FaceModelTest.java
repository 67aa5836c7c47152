package org.cyberspaceid.face.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model's files are used as the manifest names them, bit for bit, or not at all. */
class FaceModelTest {
    /** The conversion is the same on every machine: these are the networks that were measured. */
    private static final Map<FaceNetwork, String> MEASURED = Map.of(
            FaceNetwork.DETECTOR, "f09dc8fc9bf14564c63a307022580044976b0f40517ec178b7b5f9b074786ffa",
            FaceNetwork.MESH, "291f4f12533ce8c971cee377fa6cb42d7b7f5d57d24494014855f69ae3cdd5ba",
            FaceNetwork.EMBEDDING, "d154dc9e2e455c81ec2ccc10f7581fc7f1428c4e103767be7172d19cf9716309");

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheDefault() throws IOException {
        copy(ModelManifest.FILE);
        for (FaceNetwork network : FaceNetwork.values()) {
            copy(network.file());
        }
    }

    @Test
    void theBuildMakesTheNetworksThatWereMeasured() {
        FaceModel.builtIn()
                .manifest()
                .networks()
                .forEach((network, file) -> assertThat(file.sha256()).isEqualTo(MEASURED.get(network)));
    }

    @Test
    void aFolderWithTheDefaultIsTheDefault() {
        FaceModel model = FaceModel.in(folder);
        assertThat(model.manifest()).isEqualTo(FaceModel.builtIn().manifest());
        for (FaceNetwork network : FaceNetwork.values()) {
            assertThat(model.network(network)).isEqualTo(FaceModel.builtIn().network(network));
        }
    }

    @Test
    void aNetworkWithOneOtherBitIsRefused() throws IOException {
        for (FaceNetwork network : FaceNetwork.values()) {
            Path file = folder.resolve(network.file());
            byte[] changed = Files.readAllBytes(file);
            changed[changed.length / 2] ^= 1;
            Files.write(file, changed);
            assertThat(refused(network).problem()).isEqualTo(ModelProblem.FILE_CHANGED);
            assertThat(refused(network)).hasMessageStartingWith("face_model_file_changed: " + network.file());
        }
    }

    @Test
    void aNetworkThatIsNotThereIsRefused() throws IOException {
        Files.delete(folder.resolve(FaceNetwork.MESH.file()));
        assertThat(refused(FaceNetwork.MESH).problem()).isEqualTo(ModelProblem.FILE_UNREADABLE);
    }

    @Test
    void aFolderWithoutAManifestIsRefused() throws IOException {
        Files.delete(folder.resolve(ModelManifest.FILE));
        ModelException refused = catchThrowableOfType(ModelException.class, () -> FaceModel.in(folder));
        assertThat(refused.problem()).isEqualTo(ModelProblem.FOLDER_UNREADABLE);
    }

    private ModelException refused(FaceNetwork network) {
        FaceModel model = FaceModel.in(folder);
        return catchThrowableOfType(ModelException.class, () -> model.network(network));
    }

    private void copy(String name) throws IOException {
        try (InputStream in = ModelFiles.builtIn().open(name)) {
            Files.copy(in, folder.resolve(name));
        }
    }
}
