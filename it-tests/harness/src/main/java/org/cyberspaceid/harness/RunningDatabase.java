package org.cyberspaceid.harness;

/** A PostgreSQL that runs on this machine: its database {@code postgres} and the user of that name are Keycloak's. */
public interface RunningDatabase {
    /** On the loopback interface. */
    int port();

    /** For a JDBC client on this machine, with every right; no password is asked on the loopback interface. */
    default String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/postgres?user=postgres";
    }
}
