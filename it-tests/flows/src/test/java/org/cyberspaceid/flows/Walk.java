package org.cyberspaceid.flows;

import java.net.URI;
import java.util.Map;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;

/** What the walks over all pages have in common: people whose every answer is held to the rules, an ISP, and the ways to our pages. */
record Walk(World world, PlayedIsp isp, PageRules rules) {
    VirtualCitizen watched(VirtualCitizen somebody) {
        somebody.browser().watch(rules).stopBefore(isp.redirectUri());
        return somebody;
    }

    /** To the ISP. */
    void open(VirtualCitizen citizen, Map<String, String> more) {
        citizen.browser().stopBefore(isp.redirectUri());
        citizen.open(isp.signIn("openid", more));
    }

    /** An address of ours. */
    URI own(String page) {
        return URI.create(world.issuer() + "/" + page);
    }

    /** To what a citizen can do to the own ID; signs in once more where the sign-in is too old. */
    void act(VirtualCitizen citizen, String action, String mobile, String password) {
        citizen.open(own("my-id/actions/" + action));
        if (citizen.at().is("login")) {
            world.letSmsLimitsPass();
            citizen.typeCredentials(mobile, password);
        }
    }

    /** The code that a page has sent. */
    String code(String mobile, Runnable send) {
        world.letSmsLimitsPass();
        int before = world.texts(mobile).size();
        send.run();
        return world.smsCode(mobile, before);
    }
}
