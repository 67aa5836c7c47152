package org.cyberspaceid.signin.page;

/** Permissions Policy (W3C): the camera where a page has the stage of the live check, and nowhere else; the rest never. */
final class Senses {
    private static final String NEVER = ", microphone=(), geolocation=(), display-capture=(), payment=(), usb=()";
    static final String NONE = "camera=()" + NEVER;
    static final String CAMERA = "camera=(self)" + NEVER;

    /** Of {@code face.ftl}, which escapes what people typed. */
    private static final String STAGE = "data-frames-url=\"";

    private Senses() {}

    static String of(String html) {
        return html.contains(STAGE) ? CAMERA : NONE;
    }
}
