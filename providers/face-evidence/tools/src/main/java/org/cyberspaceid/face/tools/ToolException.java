package org.cyberspaceid.face.tools;

/** The command cannot be carried out; the message says why. */
final class ToolException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ToolException(String message) {
        super(message);
    }
}
