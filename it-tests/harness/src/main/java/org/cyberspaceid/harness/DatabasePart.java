package org.cyberspaceid.harness;

/** The database of one harness. */
interface DatabasePart extends RunningDatabase, AutoCloseable {
    /** SIGKILL. */
    void kill();

    @Override
    void close();

    /** One that the caller started, and ends: nothing here ends it. */
    static DatabasePart ofCaller(RunningDatabase database) {
        return new OfCaller(database);
    }

    /** See {@link #ofCaller}. */
    record OfCaller(RunningDatabase database) implements DatabasePart {
        @Override
        public int port() {
            return database.port();
        }

        @Override
        public String jdbcUrl() {
            return database.jdbcUrl();
        }

        @Override
        public void kill() {
            // the caller's
        }

        @Override
        public void close() {
            // the caller's
        }
    }
}
