package org.cyberspaceid.vault.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.cyberspaceid.core.face.FaceTemplate;
import org.cyberspaceid.core.vault.FaceTemplates;
import org.cyberspaceid.core.vault.IdentityVault;
import org.cyberspaceid.vault.keys.Deployment;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.SealBrokenException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Deployment.class)
class SealedFaceTemplatesTest {
    private static final FaceTemplate LIVE = new FaceTemplate("dlib-resnet-v1", new float[] {0.6f, -0.8f, 0.125f});
    private static final FaceTemplate NEWER = new FaceTemplate("another-model", new float[] {1, 0});

    private final VaultDatabase database = VaultDatabase.running();
    private final IdentityVault vault =
            database.eachInTransaction(IdentityVault.class, em -> new SealedIdentities(em, "realm", keys()));
    private final FaceTemplates templates = templatesOf("realm");

    @Parameter
    Deployment deployment;

    @TempDir
    Path folder;

    private Keyring keys;
    private String user;

    @BeforeEach
    void startEmpty() throws SQLException {
        keys = deployment.keys(folder);
        database.execute("delete from user_entity");
        user = enrolled(1);
    }

    @Test
    void keepsOneForAPersonAndForgetsItAtOnce() throws SQLException {
        assertThat(templates.isKept(user)).isFalse();
        assertThat(templates.read(user)).isEmpty();
        templates.keep(user, LIVE);
        keys = deployment.keys(folder); // a restart
        assertThat(templates.isKept(user)).isTrue();
        expect(LIVE);
        assertThat(templates.read(enrolled(2))).isEmpty();
        assertThat(templates.forget(user)).isTrue();
        assertThat(templates.read(user)).isEmpty();
        assertThat(templates.forget(user)).isFalse();
        assertThat(rows()).isZero();
    }

    @Test
    void aNewOneTakesThePlaceOfTheOld() throws SQLException {
        templates.keep(user, LIVE);
        templates.keep(user, NEWER);
        expect(NEWER);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void nobodyWithoutARecordHasOne() throws SQLException {
        String stranger = database.newUser();
        assertThatThrownBy(() -> templates.keep(stranger, LIVE)).isInstanceOf(IllegalArgumentException.class);
        templates.keep(user, LIVE);
        assertThat(templatesOf("other-realm").read(user)).isEmpty();
        assertThat(templatesOf("other-realm").forget(user)).isFalse();
        expect(LIVE);
    }

    @Test
    void goesWithTheRecordAndWithTheUser() throws SQLException {
        templates.keep(user, LIVE);
        vault.remove(user);
        assertThat(rows()).isZero();
        String other = enrolled(2);
        templates.keep(other, LIVE);
        database.execute("delete from user_entity where id = '" + other + "'");
        assertThat(rows()).isZero();
    }

    @Test
    void opensInItsOwnPlaceOnly() throws SQLException {
        String other = enrolled(2);
        templates.keep(user, LIVE);
        templates.keep(other, NEWER);
        database.execute("update cid_face_template set sealed = (select sealed from cid_face_template where user_id = '"
                + user + "') where user_id = '" + other + "'");
        assertThatThrownBy(() -> templates.read(other)).isInstanceOf(SealBrokenException.class);
        database.execute(
                "update cid_face_template set sealed = (select sealed_record from cid_identity where user_id = '" + user
                        + "') where user_id = '" + user + "'");
        assertThatThrownBy(() -> templates.read(user)).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void staysReadableWhenTheRecordKeyIsFollowedByTheNext() {
        templates.keep(user, LIVE);
        String old = keys.recordKeys().newest();
        keys.recordKeys().makeNext(java.time.Instant.now().plusSeconds(1));
        database.<Boolean>inTransaction(em -> new Reseal(em, keys).batch("", 10).isEnd());
        keys.recordKeys().destroy(old);
        expect(LIVE);
    }

    @Test
    void theDatabaseHoldsNeitherTheNumbersNorTheModel() throws SQLException {
        templates.keep(user, LIVE);
        try (var connection = database.connection();
                ResultSet row = connection.createStatement().executeQuery("select sealed from cid_face_template")) {
            row.next();
            String found = latin(row.getBytes(1));
            assertThat(found)
                    .doesNotContain(LIVE.model())
                    .doesNotContain(latin(
                            ByteBuffer.allocate(Float.BYTES).putFloat(0.6f).array()));
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private void expect(FaceTemplate kept) {
        Optional<FaceTemplate> read = templates.read(user);
        assertThat(read.orElseThrow().model()).isEqualTo(kept.model());
        assertThat(read.orElseThrow().embedding()).containsExactly(kept.embedding());
    }

    private long rows() throws SQLException {
        try (var connection = database.connection();
                ResultSet row = connection.createStatement().executeQuery("select count(*) from cid_face_template")) {
            row.next();
            return row.getLong(1);
        }
    }

    private FaceTemplates templatesOf(String realm) {
        return database.eachInTransaction(
                FaceTemplates.class, em -> new SealedFaceTemplates(em, new SealedIdentities(em, realm, keys())));
    }

    private String enrolled(int n) throws SQLException {
        String id = database.newUser();
        vault.enrol(id, People.person(n, n));
        return id;
    }

    private Keyring keys() {
        return keys;
    }
}
