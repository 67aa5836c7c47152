package org.cyberspaceid.enrolment;

import java.net.URI;

/**
 * The address a reader follows. The handle stands in the fragment, so that it reaches no server log. The QR code carries
 * {@value #SCANNED} after the handle: a reader hands the fragment back as it is, and so says that it came from another device.
 */
record HandOffLink(String realmBase, String handle) {
    static final String SCANNED = ".qr";

    String sameDevice() {
        return realmBase + "/reader/open#" + handle;
    }

    String scanned() {
        return sameDevice() + SCANNED;
    }

    static boolean isScanned(String unverifiedFragment) {
        return unverifiedFragment.endsWith(SCANNED);
    }

    static String handleOf(String unverifiedFragment) {
        return isScanned(unverifiedFragment)
                ? unverifiedFragment.substring(0, unverifiedFragment.length() - SCANNED.length())
                : unverifiedFragment;
    }

    /** Scheme, host and port of our pages, as a reader shows them. */
    static String origin(URI base) {
        return base.getScheme() + "://" + base.getRawAuthority();
    }
}
