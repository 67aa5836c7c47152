package org.cyberspaceid.vault.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import java.util.function.Function;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/**
 * A real PostgreSQL of its own, durable, otherwise as PostgreSQL comes, with the real change log. Of Keycloak's own tables it has the
 * one that ours refer to, with nothing but ids in it.
 */
final class BenchDatabase implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final EntityManagerFactory entities;

    private BenchDatabase(EmbeddedPostgres server) {
        this.server = server;
        HibernatePersistenceConfiguration unit = new HibernatePersistenceConfiguration("bench");
        new VaultJpaEntityProvider().getEntities().forEach(unit::managedClass);
        unit.property("jakarta.persistence.jdbc.url", server.getJdbcUrl("postgres", "postgres"));
        this.entities = unit.createEntityManagerFactory();
    }

    static BenchDatabase start() throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table user_entity (id varchar(36) primary key)");
            migrate(new JdbcConnection(connection));
        }
        return new BenchDatabase(server);
    }

    private static void migrate(JdbcConnection connection) throws Exception {
        Liquibase changes =
                new Liquibase(VaultJpaEntityProvider.CHANGELOG, new ClassLoaderResourceAccessor(), connection);
        changes.setShowSummary(UpdateSummaryEnum.OFF);
        // It would tell its progress on standard output, among the figures.
        Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> changes.update(""));
    }

    Connection connection() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    /** Runs the work in a transaction of its own, on a connection that is kept between transactions. */
    <T> T inTransaction(Function<EntityManager, T> work) {
        return entities.callInTransaction(em -> work.apply(em));
    }

    /** The last statement of this work as PostgreSQL got it, with a question mark for each parameter. */
    String statementOf(Consumer<EntityManager> work) {
        return inTransaction(em -> {
            Object backend = em.createNativeQuery("select pg_backend_pid()").getSingleResult();
            work.accept(em);
            try (Connection other = connection()) {
                String sql = Queries.run(other, "select query from pg_stat_activity where pid = ?", backend)
                        .get(0);
                return sql.replaceAll("\\$\\d+", "?");
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    @Override
    public void close() throws IOException {
        entities.close();
        server.close();
    }
}
