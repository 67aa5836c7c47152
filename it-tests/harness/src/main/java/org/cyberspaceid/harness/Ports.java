package org.cyberspaceid.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports on the loopback interface. */
public final class Ports {
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
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new HarnessException("no free port on the loopback interface", none);
        }
    }
}
