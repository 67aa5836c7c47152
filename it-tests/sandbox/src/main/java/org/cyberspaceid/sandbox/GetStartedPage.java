package org.cyberspaceid.sandbox;

import java.net.URI;
import java.util.List;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.jsoup.nodes.Document;

/** The page for ISPs' developers, as it is served. */
public final class GetStartedPage {
    private final Document page;

    /** Fetches it. */
    public GetStartedPage(String issuer) {
        page = new Browser("en").get(URI.create(issuer + "/isp")).html();
    }

    /** A snippet as one copies it. */
    public String snippet(String file) {
        return page.expectFirst("[data-snippet=" + file + "]").wholeText();
    }

    /** Its lines that are not empty. */
    public List<String> lines(String file) {
        return snippet(file).lines().filter(line -> !line.isBlank()).toList();
    }
}
