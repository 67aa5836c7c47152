package org.cyberspaceid.sandbox;

/** Maven started us; when it dies, even by kill -9, we end too. */
final class Parent {
    /** Set by the build; a sandbox started by hand may outlive its shell. */
    static final String PROPERTY = "sandbox.endWithParent";

    private Parent() {}

    @SuppressWarnings("SystemExitOutsideMain")
    static void endWithIt() {
        if (Boolean.getBoolean(PROPERTY)) {
            ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
        }
    }
}
