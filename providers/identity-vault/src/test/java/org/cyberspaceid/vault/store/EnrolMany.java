package org.cyberspaceid.vault.store;

import jakarta.persistence.EntityManagerFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.PersonName;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.vault.IdentityVault.EnrolResult;
import org.cyberspaceid.core.vault.NewIdentity;
import org.cyberspaceid.vault.keys.FileKeyCustody;
import org.cyberspaceid.vault.keys.KeyCustody;
import org.cyberspaceid.vault.keys.KeySetup;
import org.cyberspaceid.vault.keys.KeyUseAudit;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.Pkcs11KeyCustody;
import org.cyberspaceid.vault.keys.Pkcs11Settings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/**
 * Enrols many people beside Keycloak users that are there, by the vault's own port, on a running server's database and keys: for tests
 * that need more people than can stand before a camera. A process of its own with the server's class path.
 *
 * <p>Arguments: JDBC URL, realm id, keyset file, and the key folder, or PKCS #11 library, token label and PIN file. Standard input:
 * a line per person: user id, document type, number, name, Latin name (may be empty), birth date, last day, mobile number; tabs between.
 */
public final class EnrolMany {
    private EnrolMany() {}

    public static void main(String[] arguments) throws IOException {
        Keyring keys = Keyring.open(Path.of(arguments[2]), custody(arguments));
        int enrolled = 0;
        try (EntityManagerFactory database = database(arguments[0]);
                BufferedReader people = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = people.readLine(); line != null; line = people.readLine()) {
                enrol(database, arguments[1], keys, line.split("\t", -1));
                enrolled++;
            }
        }
        System.out.println("enrolled " + enrolled);
    }

    private static KeyCustody custody(String[] arguments) {
        if (arguments.length == 4) {
            return new FileKeyCustody(Path.of(arguments[3]), KeySetup.suiteOf(Path.of(arguments[2])));
        }
        Pkcs11Settings hsm = new Pkcs11Settings(Path.of(arguments[3]), arguments[4], Path.of(arguments[5]));
        return new Pkcs11KeyCustody(hsm, new KeyUseAudit(100_000, Duration.ofSeconds(1)));
    }

    private static EntityManagerFactory database(String url) {
        HibernatePersistenceConfiguration unit = new HibernatePersistenceConfiguration("enrol-many");
        new VaultJpaEntityProvider().getEntities().forEach(unit::managedClass);
        return unit.jdbcUrl(url).createEntityManagerFactory();
    }

    private static void enrol(EntityManagerFactory database, String realmId, Keyring keys, String[] person) {
        EnrolResult result = database.callInTransaction(
                entities -> new SealedIdentities(entities, realmId, keys).enrol(person[0], identity(person)));
        if (!(result instanceof EnrolResult.Enrolled)) {
            throw new IllegalStateException("not enrolled: " + result);
        }
    }

    private static NewIdentity identity(String[] person) {
        DocumentType type = DocumentType.ofCode(person[1]).orElseThrow();
        VerifiedDocument document = new VerifiedDocument(
                DocumentNumber.parse(type, person[2], LocalDate.now()).orElseThrow(),
                new PersonName(person[3], Optional.of(person[4]).filter(latin -> !latin.isEmpty())),
                LocalDate.parse(person[5]),
                LocalDate.parse(person[6]),
                VerifiedDocument.ChipProof.ORIGINAL);
        return new NewIdentity(document, new MobileNumber(person[7]), "2026-11-27", Instant.now());
    }
}
