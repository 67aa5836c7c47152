package org.cyberspaceid.mobile.code;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** Runs work in a database transaction of its own, committed when it returns. */
@FunctionalInterface
interface Transactions {
    <T> T inOwnTransaction(Function<EntityManager, T> work);
}
