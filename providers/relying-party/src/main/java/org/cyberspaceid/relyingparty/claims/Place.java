package org.cyberspaceid.relyingparty.claims;

/** Where an ISP wants a claim: the two members of the {@code claims} parameter (OIDC Core 5.5). */
public enum Place {
    ID_TOKEN("id_token"),
    USERINFO("userinfo");

    private final String member;

    Place(String member) {
        this.member = member;
    }

    String member() {
        return member;
    }
}
