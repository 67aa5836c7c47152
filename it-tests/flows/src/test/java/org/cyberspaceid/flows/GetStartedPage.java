package org.cyberspaceid.flows;

import java.util.List;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.jsoup.nodes.Document;

/** The page for ISPs' developers, as it is served. */
final class GetStartedPage {
    private final Document page;

    GetStartedPage(String issuer) {
        page = new Browser("en").get(java.net.URI.create(issuer + "/isp")).html();
    }

    /** A snippet as one copies it. */
    String snippet(String file) {
        return page.expectFirst("[data-snippet=" + file + "]").wholeText();
    }

    /** Its lines that are not empty. */
    List<String> lines(String file) {
        return snippet(file).lines().filter(line -> !line.isBlank()).toList();
    }
}
