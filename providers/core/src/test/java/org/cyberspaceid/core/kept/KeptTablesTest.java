package org.cyberspaceid.core.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KeptTablesTest {
    private final Map<String, Set<String>> database = database();

    @Test
    void aDatabaseWithExactlyTheListedColumnsDoesNotDiffer() {
        assertThat(KeptTables.differences(database)).isEmpty();
    }

    @Test
    void upperCaseAndOtherPeoplesTablesMakeNoDifference() {
        Map<String, Set<String>> upper = new HashMap<>();
        database.forEach((table, columns) -> upper.put(
                table.toUpperCase(Locale.ROOT),
                columns.stream().map(c -> c.toUpperCase(Locale.ROOT)).collect(Collectors.toSet())));
        upper.put("USER_ENTITY", Set.of("ID", "PHONE"));

        assertThat(KeptTables.differences(upper)).isEmpty();
    }

    @Test
    void aColumnThatIsNotListedIsSaid() {
        database.get("cid_identity").add("nickname");

        assertThat(KeptTables.differences(database))
                .containsExactly("column cid_identity.nickname is in the database and not in the list of kept fields");
    }

    @Test
    void aColumnThatIsGoneIsSaid() {
        database.get("cid_sms_code").remove("tries_left");

        assertThat(KeptTables.differences(database))
                .containsExactly(
                        "column cid_sms_code.tries_left is in the list of kept fields and not in the database");
    }

    @Test
    void tablesMoreOrFewerAreSaid() {
        database.put("cid_diary", Set.of("entry"));
        database.remove("cid_deletion");

        assertThat(KeptTables.differences(database))
                .containsExactly(
                        "table cid_deletion is in the list of kept fields and not in the database",
                        "table cid_diary is in the database and not in the list of kept fields");
    }

    @Test
    void namesTheRecordsFieldsAndTheTablesOfACitizen() {
        assertThat(KeptTables.recordFields())
                .containsExactlyInAnyOrder(
                        "documentType",
                        "documentNumber",
                        "name",
                        "latinName",
                        "birthDate",
                        "expiresOn",
                        "chipProof",
                        "mobile",
                        "mobileVerified",
                        "noticeVersion",
                        "enrolledAt");
        assertThat(KeptTables.tables())
                .contains("cid_identity", "cid_known_device", "user_entity", "event_entity")
                .doesNotContain("record", "memory", "log", "user_attribute", "federated_identity");
    }

    private static Map<String, Set<String>> database() {
        Map<String, Set<String>> database = new HashMap<>();
        KeptField.all().stream()
                .filter(f -> f.holder().startsWith("cid_"))
                .forEach(f -> database.computeIfAbsent(f.holder(), t -> new HashSet<>())
                        .add(f.name()));
        return database;
    }
}
