package org.cyberspaceid.relyingparty.consent;

/**
 * One thing an ISP would learn, by its name in the consent ledger.
 *
 * @param essential the ISP says that it cannot serve the person without it (OIDC Core 5.5.1), or it is the number itself
 */
record Item(String name, boolean essential) {
    /** The network number: whoever signs in agrees to it, or does not sign in. */
    static final Item NUMBER = new Item("number", true);
}
