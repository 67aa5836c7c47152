package org.cyberspaceid.vault.keys;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** Takes what the calling thread prints to {@code System.out}; what other threads print goes where it always goes. */
final class PrintedByThisThread extends OutputStream {
    private final Thread printer = Thread.currentThread();
    private final PrintStream elsewhere;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private volatile boolean taking = true;

    private PrintedByThisThread(PrintStream elsewhere) {
        this.elsewhere = elsewhere;
    }

    static synchronized String during(Runnable action) {
        PrintStream before = System.out;
        PrintedByThisThread taken = new PrintedByThisThread(before);
        System.setOut(new PrintStream(taken, true, Charset.defaultCharset()));
        try {
            action.run();
        } finally {
            taken.taking = false;
            System.setOut(before);
        }
        return taken.printed.toString(Charset.defaultCharset());
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (isTaken()) {
            printed.write(bytes, offset, length);
        } else {
            elsewhere.write(bytes, offset, length);
        }
    }

    @Override
    public void flush() {
        elsewhere.flush();
    }

    private boolean isTaken() {
        return taking && Thread.currentThread() == printer;
    }
}
