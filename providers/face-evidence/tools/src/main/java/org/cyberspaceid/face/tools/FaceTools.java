package org.cyberspaceid.face.tools;

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
                    if (!(failure instanceof ModelException || failure instanceof ToolException)) {
                        throw failure;
                    }
                    command.getErr().println(command.getCommandName() + ": " + failure.getMessage());
                    return NOT_CARRIED_OUT;
                })
                .execute(arguments));
    }
}
