package org.cyberspaceid.document.check;

import org.cyberspaceid.core.document.DocumentCheck;

/**
 * One question that a reading must answer well.
 *
 * @param <E> what it looks at
 */
public interface Check<E> {

    /** Under which name its verdict is reported. */
    DocumentCheck about();

    /** The answer. A runtime exception out of here counts as a malformed reading. */
    Finding run(E evidence);
}
