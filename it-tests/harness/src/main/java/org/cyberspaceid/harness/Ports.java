package org.cyberspaceid.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on the loopback interface. */
public final class Ports {
    /**
     * Below the ports that Linux gives to outgoing connections (32768 and up): one of those would take a port between the look here and the
     * server's start.
     */
    private static final int FIRST = 16_384;

    private static final int BEYOND = 32_768;
    private static final int TRIES = 1_000;

    private Ports() {}

    /** The wanted port, or a free one when it is 0. */
    public static int orFree(int wanted) {
        return wanted == 0 ? free() : wanted;
    }

    /**
     * Makes sure that nobody listens on a port that a person asked for.
     *
     * @throws HarnessException with the setting to change
     */
    public static void requireFree(int port, String setting) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException taken) {
            throw new HarnessException(
                    "port " + port + " is taken: stop what listens there, or choose another with " + setting, taken);
        }
    }

    /** The first of two free ports in a row. */
    public static int freePair() {
        while (true) {
            int first = free();
            try {
                requireFree(first + 1, "");
                return first;
            } catch (HarnessException taken) {
                // another pair, then
            }
        }
    }

    private static int free() {
        for (int tried = 0; tried < TRIES; tried++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, BEYOND);
            if (isFree(port)) {
                return port;
            }
        }
        throw new HarnessException("no free port on the loopback interface");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
