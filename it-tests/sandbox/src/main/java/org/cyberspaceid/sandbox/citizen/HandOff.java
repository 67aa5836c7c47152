package org.cyberspaceid.sandbox.citizen;

import java.net.URI;
import org.cyberspaceid.virtual.VirtualDocument;

/** What the citizen hands the link on the page to: a reader app. */
@FunctionalInterface
public interface HandOff {

    /**
     * Claims the hand-off and goes on in the background: reads the document and submits once the code was typed.
     *
     * @return the code that the reader shows
     */
    String open(URI link, VirtualDocument document);
}
