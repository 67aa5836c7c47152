package org.cyberspaceid.relyingparty.securityevent;

/** What came of one attempt. */
sealed interface PushAnswer {
    /** RFC 8935, 2.2: the ISP has it. */
    record Accepted() implements PushAnswer {}

    /**
     * RFC 8935, 2.3: the ISP will never take it.
     *
     * @param code of the RFC's
     */
    record Refused(String code) implements PushAnswer {}

    /**
     * It may work later.
     *
     * @param why for the log, without anything the ISP wrote
     */
    record Failed(String why) implements PushAnswer {}
}
