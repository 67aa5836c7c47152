package org.cyberspaceid.mobile.code;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Function;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.cyberspaceid.vault.Transactions;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/** Real PostgreSQL with the tables as Liquibase makes them, reached by Hibernate as in the server. */
final class TestDatabase implements Transactions, AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final EntityManagerFactory entities;

    TestDatabase() throws IOException, SQLException, LiquibaseException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            new Liquibase(SmsCodeTables.CHANGELOG, new ClassLoaderResourceAccessor(), new JdbcConnection(connection))
                    .update("");
        }
        entities = new HibernatePersistenceConfiguration("test")
                .properties(Map.of("hibernate.connection.datasource", postgres.getPostgresDatabase()))
                .createEntityManagerFactory();
    }

    @Override
    public <T> T inOwnTransaction(Function<EntityManager, T> work) {
        return entities.callInTransaction(work::apply);
    }

    long count(String table) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        entities.close();
        postgres.close();
    }
}
