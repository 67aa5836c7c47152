package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.prf.Prf;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Another node on the same token, in a process of its own. */
final class OtherProcess {
    private static final byte[] PLAIN = {1, 2, 3};
    private static final byte[] PLACE = {4};

    private OtherProcess() {}

    /** Runs {@link #main} in a new process and returns what it answers. */
    static byte[] run(SoftHsm.Token token, String... request) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                OtherProcess.class.getName(),
                token.library().toString(),
                token.label(),
                token.pinFile().toString()));
        command.addAll(List.of(request));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", request) + " failed in another process: " + answer);
        }
        return HexFormat.of().parseHex(answer);
    }

    public static void main(String[] arguments) throws GeneralSecurityException {
        KeyCustody custody = new SoftHsm.Token(Path.of(arguments[0]), arguments[1], Path.of(arguments[2])).open();
        List<String> names = List.of(arguments).subList(4, arguments.length);
        System.out.println(HexFormat.of().formatHex(answer(custody, arguments[3], names)));
    }

    private static byte[] answer(KeyCustody custody, String request, List<String> names)
            throws GeneralSecurityException {
        return switch (request) {
            case "create-and-seal" -> {
                custody.createSealingKey(names.get(0));
                yield custody.getAead(custody.uri(names.get(1))).encrypt(PLAIN, PLACE);
            }
            case "destroy" -> {
                custody.destroySealingKey(names.get(0));
                yield new byte[0];
            }
            case "create-and-derive" -> {
                custody.createDerivationKey(KeyPurpose.BLIND_INDEX);
                yield derive(custody);
            }
            case "derive" -> derive(custody);
            default -> throw new IllegalArgumentException(request);
        };
    }

    private static byte[] derive(KeyCustody custody) throws GeneralSecurityException {
        Prf key = custody.derivationKey(KeyPurpose.BLIND_INDEX).orElseThrow();
        return key.compute(PLACE, 32);
    }
}
