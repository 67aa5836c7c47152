package org.cyberspaceid.face.tools;

import java.io.IOException;
import org.cyberspaceid.face.models.ModelException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The operator's commands for faces. */
@Command(
        name = "face-tools",
        mixinStandardHelpOptions = true,
        subcommands = {EvaluateCommand.class, CheckCommand.class},
        description = "Measures face models on pictures of yours. Nothing is sent anywhere or kept.")
public final class FaceTools {
    static final int NOT_CARRIED_OUT = 2;

    private FaceTools() {}

    /** See {@code --help}. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FaceTools())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (!(failure instanceof ModelException
                            || failure instanceof ToolException
                            || failure instanceof IOException)) {
                        throw failure;
                    }
                    command.getErr().println(command.getCommandName() + ": " + messageOf(failure));
                    return NOT_CARRIED_OUT;
                })
                .execute(arguments));
    }

    /** Of a file's failure the message alone may be no more than its name. */
    private static String messageOf(Exception failure) {
        return failure instanceof IOException ? failure.toString() : failure.getMessage();
    }
}
