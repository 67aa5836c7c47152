package org.cyberspaceid.vault.keys;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Suite.class)
class FileKeyCustodyTest extends KeyCustodyContract {
    @Parameter
    Suite suite;

    @TempDir
    Path folder;

    @Override
    protected KeyCustody open() {
        return new FileKeyCustody(folder.resolve("keys"), suite);
    }
}
