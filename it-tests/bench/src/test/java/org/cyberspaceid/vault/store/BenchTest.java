package org.cyberspaceid.vault.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import org.cyberspaceid.vault.keys.Keyring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Benchmark;

/** That what measures still works, in seconds; what it measures, {@code it-tests/bench/run} says. */
class BenchTest {
    private static final int PEOPLE = 20_000;

    @ParameterizedTest
    @EnumSource
    void eachOperationRuns(BenchKeys keys) throws Exception {
        VaultBenchmark benchmark = new VaultBenchmark();
        benchmark.keys = keys;
        benchmark.makeKeys();
        for (Method operation : operations()) {
            assertThat(operation.invoke(benchmark)).as(operation.getName()).isNotNull();
        }
        benchmark.removeKeys();
    }

    /** Its annotation processor ran, beside Error Prone. */
    @Test
    void jmhKnowsEachOperation() throws Exception {
        try (InputStream list = getClass().getResourceAsStream("/META-INF/BenchmarkList")) {
            assertThat(new String(list.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(operations().stream().map(Method::getName).toList());
        }
    }

    private static List<Method> operations() {
        List<Method> operations = Arrays.stream(VaultBenchmark.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .toList();
        assertThat(operations).hasSize(5);
        return operations;
    }

    @Test
    void onePersonIsFoundByAnIndex() throws Exception {
        try (MadeKeys made = BenchKeys.STANDARD_IN_FILES.make();
                BenchDatabase database = BenchDatabase.start();
                Connection connection = database.connection()) {
            Keyring keys = made.ring();
            new DataSet(keys).enrol(connection, PEOPLE);
            Queries queries = new Queries(database, keys);
            byte[] mobile = new KeyedBlindIndex(keys, Citizens.REALM).mobile(Citizens.mobile(PEOPLE / 2));
            assertThat(Queries.run(connection, queries.byMobile(), Citizens.REALM, mobile))
                    .containsExactly(Citizens.userId(PEOPLE / 2));
            assertThat(plan(connection, queries.byMobile(), mobile))
                    .contains("Index Scan using cid_identity_mobile")
                    .doesNotContain("Seq Scan");
            assertThat(plan(connection, queries.byUser(), Citizens.userId(PEOPLE / 2)))
                    .contains("Index Scan using cid_identity_pk")
                    .doesNotContain("Seq Scan");
        }
    }

    private static String plan(Connection connection, String sql, Object value) throws Exception {
        return String.join("\n", Queries.explain(connection, sql, value));
    }
}
