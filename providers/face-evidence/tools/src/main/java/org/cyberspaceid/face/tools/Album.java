package org.cyberspaceid.face.tools;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** The pictures of a list, each read once, several at a time. */
final class Album {
    private Album() {}

    /**
     * Reads them.
     *
     * @param threads how many at a time
     * @param progress told how many are done
     */
    static Map<String, Reading> read(
            Path folder, Collection<String> files, PictureReader reader, int threads, IntConsumer progress) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Reading>> running = new ArrayList<>();
            for (String file : files) {
                running.add(pool.submit(() -> reader.read(folder.resolve(file))));
            }
            Map<String, Reading> readings = new LinkedHashMap<>();
            for (String file : files) {
                readings.put(file, running.get(readings.size()).get());
                progress.accept(readings.size());
            }
            return readings;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolException("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
