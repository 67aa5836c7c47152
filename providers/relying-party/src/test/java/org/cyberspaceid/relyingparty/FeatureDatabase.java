package org.cyberspaceid.relyingparty;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.sql.Connection;
import java.util.Map;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/** A real PostgreSQL with the tables of one change log, for the tests of what uses them. */
public final class FeatureDatabase implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final EntityManagerFactory entities;

    /** Starts it and makes the tables. */
    public FeatureDatabase(String changelog) throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            new Liquibase(changelog, new ClassLoaderResourceAccessor(), new JdbcConnection(connection)).update("");
        }
        entities = new HibernatePersistenceConfiguration("test")
                .properties(Map.of("hibernate.connection.datasource", postgres.getPostgresDatabase()))
                .createEntityManagerFactory();
    }

    public EntityManagerFactory entities() {
        return entities;
    }

    @Override
    public void close() throws IOException {
        entities.close();
        postgres.close();
    }
}
