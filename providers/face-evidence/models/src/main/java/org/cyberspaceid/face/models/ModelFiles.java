package org.cyberspaceid.face.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where a model's files come from: a folder, or the folder inside this jar. */
interface ModelFiles {

    /** Opens one; the name is a plain one. */
    InputStream open(String name) throws IOException;

    static ModelFiles in(Path folder) {
        return name -> Files.newInputStream(folder.resolve(name));
    }

    static ModelFiles builtIn() {
        return name -> {
            InputStream in = ModelFiles.class.getResourceAsStream(FaceModel.DEFAULT + "/" + name);
            if (in == null) {
                throw new NoSuchFileException(name, null, "it was not built");
            }
            return in;
        };
    }
}
