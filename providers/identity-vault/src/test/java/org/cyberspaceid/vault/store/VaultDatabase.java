package org.cyberspaceid.vault.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/** A real PostgreSQL with the real change log, once per run. Of Keycloak's own tables it has the one that ours refer to. */
final class VaultDatabase {
    private static final VaultDatabase RUNNING = start();

    private final DataSource source;
    private final EntityManagerFactory entities;

    private VaultDatabase(DataSource source) {
        this.source = source;
        HibernatePersistenceConfiguration unit = new HibernatePersistenceConfiguration("vault-test");
        new VaultJpaEntityProvider().getEntities().forEach(unit::managedClass);
        unit.managedClass(SessionLikeEntity.class);
        this.entities = unit.property("hibernate.connection.datasource", source).createEntityManagerFactory();
    }

    static VaultDatabase running() {
        return RUNNING;
    }

    private static VaultDatabase start() {
        try {
            DataSource source = EmbeddedPostgres.builder()
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "120")
                    .start()
                    .getPostgresDatabase();
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table user_entity (id varchar(36) primary key)");
                statement.execute("create table session_like (id varchar(36) primary key)");
                new Liquibase(
                                new VaultJpaEntityProvider().getChangelogLocation(),
                                new ClassLoaderResourceAccessor(),
                                new JdbcConnection(connection))
                        .update("");
            }
            return new VaultDatabase(source);
        } catch (IOException | SQLException | LiquibaseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    EntityManagerFactory entities() {
        return entities;
    }

    /** A user as Keycloak would have made it. */
    String newUser() throws SQLException {
        String id = UUID.randomUUID().toString();
        execute("insert into user_entity values ('" + id + "')");
        return id;
    }

    int execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    Connection connection() throws SQLException {
        return source.getConnection();
    }

    /** Runs the work in a transaction of its own. */
    <T> T inTransaction(Function<EntityManager, T> work) {
        return entities.callInTransaction(em -> work.apply(em));
    }

    /** The port with each of its calls in a transaction of its own. */
    <T> T eachInTransaction(Class<T> port, Function<EntityManager, T> adapter) {
        Object calls = Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> inTransaction(em -> invoke(adapter.apply(em), method, arguments)));
        return port.cast(calls);
    }

    private static Object invoke(Object adapter, Method method, Object[] arguments) {
        try {
            return method.invoke(adapter, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
