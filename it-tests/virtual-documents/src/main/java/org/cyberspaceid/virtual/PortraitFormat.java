package org.cyberspaceid.virtual;

/** How a chip keeps its portrait (ISO/IEC 19794-5, image data type). A reader statement always carries JPEG. */
public enum PortraitFormat {
    JPEG,
    JPEG2000
}
