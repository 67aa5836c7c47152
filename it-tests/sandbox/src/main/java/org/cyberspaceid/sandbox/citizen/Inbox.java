package org.cyberspaceid.sandbox.citizen;

import java.util.List;

/** The citizen's mobile phone. */
@FunctionalInterface
public interface Inbox {

    /** The texts that came to a number (E.164), newest first. */
    List<String> texts(String mobile);
}
