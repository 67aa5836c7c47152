package org.cyberspaceid.face.worker;

/**
 * A file that somebody might send to harm.
 *
 * @param name what it tries
 * @param isPicture whether a harmless picture is left once the hostile part is dropped unread; else all of it is refused
 */
record HostileImage(String name, byte[] file, boolean isPicture) {
    static HostileImage refused(String name, byte[] file) {
        return new HostileImage(name, file, false);
    }

    static HostileImage dropped(String name, byte[] file) {
        return new HostileImage(name, file, true);
    }

    @Override
    public String toString() {
        return name + " (" + file.length + " bytes)";
    }
}
