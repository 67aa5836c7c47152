package org.cyberspaceid.face.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.face.FaceService.TemplateResult;
import org.cyberspaceid.face.client.HttpFaceService;
import org.cyberspaceid.face.models.FaceModel;
import org.cyberspaceid.face.models.FaceNetwork;
import org.cyberspaceid.face.models.ModelManifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker with a model's folder of the deployer's. */
class ModelProcessTest {
    @TempDir
    private Path folder;

    private WorkerProcess worker;
    private Path model;

    @BeforeEach
    void copyTheDefaultUnderAnotherName() throws IOException {
        worker = new WorkerProcess(folder);
        model = Files.createDirectory(folder.resolve("model"));
        copy(ModelManifest.FILE);
        for (FaceNetwork network : FaceNetwork.values()) {
            copy(network.file());
        }
        Path manifest = model.resolve(ModelManifest.FILE);
        Files.writeString(manifest, Files.readString(manifest).replace(FaceModel.DEFAULT, "of-the-deployer"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        worker.close();
    }

    @Test
    void itWorksWithTheModelOfAFolderAndSaysSo() throws Exception {
        worker.startReady(settings());
        assertThat(worker.ready().body()).contains("\"of-the-deployer\"", "\"basic\"");
        assertThat(new HttpFaceService(worker.address(), WorkerProcess.TOKEN)
                        .embedPortrait(Portraits.all().get(0).jpeg()))
                .isInstanceOfSatisfying(
                        TemplateResult.Made.class,
                        made -> assertThat(made.template().model()).isEqualTo("of-the-deployer"));
    }

    @Test
    void itDoesNotStartWithANetworkOfWhichOneBitIsAnother() throws Exception {
        Path network = model.resolve(FaceNetwork.EMBEDDING.file());
        byte[] changed = Files.readAllBytes(network);
        changed[changed.length - 100] ^= 1;
        Files.write(network, changed);
        assertThat(worker.start(settings()).awaitExit()).isNotZero();
        assertThat(Files.readString(worker.log())).contains("face_model_file_changed: embedding.onnx has sha256");
    }

    @Test
    void itDoesNotStartWithAFieldThatItDoesNotKnow() throws Exception {
        Path manifest = model.resolve(ModelManifest.FILE);
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\\{", "{\"treshold\": 1,"));
        assertThat(worker.start(settings()).awaitExit()).isNotZero();
        assertThat(Files.readString(worker.log())).contains("face_model_field_unknown: treshold");
    }

    private Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>(WorkerProcess.withToken(folder));
        settings.put("FACE_MODEL", model.toString());
        return settings;
    }

    private void copy(String name) throws IOException {
        try (InputStream in = FaceModel.class.getResourceAsStream(FaceModel.DEFAULT + "/" + name)) {
            Files.copy(in, model.resolve(name));
        }
    }
}
