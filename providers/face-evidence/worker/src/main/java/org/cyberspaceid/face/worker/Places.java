package org.cyberspaceid.face.worker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ServiceUnavailableException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** A bounded number of places to work at: memory stays bounded, and who has to wait is told so at once. */
@ApplicationScoped
public class Places {
    private static final long RETRY_AFTER_SECONDS = 1;

    private final Semaphore places;

    Places(WorkerConfig config) {
        places = new Semaphore(config.concurrency());
    }

    /**
     * Works.
     *
     * @throws ServiceUnavailableException with Retry-After when all places are taken
     */
    <T> T work(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new ServiceUnavailableException(RETRY_AFTER_SECONDS);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
