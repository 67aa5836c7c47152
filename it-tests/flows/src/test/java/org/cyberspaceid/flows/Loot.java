package org.cyberspaceid.flows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cyberspaceid.harness.DebianPostgres;
import org.cyberspaceid.harness.Repository;
import org.cyberspaceid.sandbox.Database;

/**
 * What a thief finds of a server.
 *
 * @param dump of the database, by {@code pg_dump}
 * @param places folders and files: logs, keyset file, deletion journal, realm
 */
record Loot(DebianPostgres database, Path folder, Path dump, List<Path> places) {

    /** The dump, every log, and the configuration. */
    List<Path> files() throws IOException {
        List<Path> loot = new ArrayList<>(List.of(dump));
        List<Path> all = new ArrayList<>(places);
        all.add(Repository.root().resolve("docker/keycloak"));
        Path homes = Repository.root().resolve("it-tests/harness/target/built");
        all.add(homes);
        for (Path place : all) {
            try (Stream<Path> files = Files.exists(place) ? Files.walk(place) : Stream.empty()) {
                files.filter(Files::isRegularFile)
                        .filter(file -> !place.equals(homes) || file.toString().contains("/conf/"))
                        .forEach(loot::add);
            }
        }
        return loot;
    }

    /** How many rows of a table there are in the dump. */
    long rows(String table) throws IOException {
        try (Stream<String> lines = Files.lines(dump, StandardCharsets.UTF_8)) {
            return lines.dropWhile(line -> !line.startsWith("COPY public." + table + " "))
                    .skip(1)
                    .takeWhile(line -> !line.equals("\\."))
                    .count();
        }
    }

    /** Plants texts in the database, in a log and in the configuration; where they must be found. */
    List<Path> plant(List<String> texts) throws IOException {
        for (String text : texts) {
            sql("insert into event_entity (id, details_json, event_time) values (gen_random_uuid(), ?, 0)", text);
        }
        Path planted = database.dumpPlain(folder.resolve("dump-with-texts.sql"));
        sql("delete from event_entity where event_time = 0");
        Path log = folder.resolve("planted.log");
        Path configuration = folder.resolve("planted.conf");
        for (Path file : List.of(log, configuration)) {
            Files.write(file, texts, StandardOpenOption.CREATE);
        }
        return List.of(planted, log, configuration);
    }

    /** Plants values as bytes, as a careless table would hold them. */
    Path plantBytes(List<byte[]> values) {
        for (byte[] value : values) {
            sql(
                    "insert into cid_enrolment (id_hash, realm_id, version, deadline, record_key, sealed_data_key,"
                            + " sealed_state) values (convert_to(gen_random_uuid()::text, 'UTF8'), '', 0,"
                            + " 9223372036854775807, '', '', ?)",
                    value);
        }
        Path planted = database.dumpPlain(folder.resolve("dump-with-bytes.sql"));
        sql("delete from cid_enrolment where realm_id = ''");
        return planted;
    }

    private void sql(String statement, Object... values) {
        new Database(database.jdbcUrl()).sql(statement, values);
    }
}
