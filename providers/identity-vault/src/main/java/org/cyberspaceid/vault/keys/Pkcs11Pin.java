package org.cyberspaceid.vault.keys;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;

/**
 * The PIN. It is read when the HSM asks for it and not kept. One that the HSM refused is never sent again: after a few of them most
 * HSMs lock the token.
 */
final class Pkcs11Pin implements CallbackHandler {
    static final String WHAT = "PIN file";

    private final Path file;
    private volatile boolean refused;

    /** @throws KeysUnusableException when the file cannot be used */
    Pkcs11Pin(Path file) {
        this.file = file;
        Arrays.fill(read(), ' ');
    }

    void refuse() {
        refused = true;
    }

    @Override
    public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (!(callback instanceof PasswordCallback password)) {
                throw new UnsupportedCallbackException(callback);
            }
            char[] pin = read();
            password.setPassword(pin);
            Arrays.fill(pin, ' ');
        }
    }

    private char[] read() {
        if (refused) {
            throw new KeysUnusableException("The HSM refused the PIN; it is not sent again before a restart.");
        }
        if (Files.notExists(file)) {
            throw new KeysUnusableException("The " + WHAT + " " + file + " does not exist. Write the PIN of the token's"
                    + " user into it and let only its owner read it: chmod 600 " + file);
        }
        byte[] bytes = SecretFile.read(file, WHAT);
        char[] pin = withoutLineEnd(StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes)));
        Arrays.fill(bytes, (byte) 0);
        if (pin.length == 0) {
            throw new KeysUnusableException("The " + WHAT + " " + file + " is empty.");
        }
        return pin;
    }

    private static char[] withoutLineEnd(CharBuffer text) {
        int length = text.length();
        while (length > 0 && (text.get(length - 1) == '\n' || text.get(length - 1) == '\r')) {
            length--;
        }
        char[] pin = new char[length];
        text.get(pin);
        Arrays.fill(text.array(), ' ');
        return pin;
    }
}
