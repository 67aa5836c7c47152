package org.cyberspaceid.signin.page;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out what Keycloak writes into pages as script, so that no page needs a policy that allows any: the new address after a form was sent
 * ({@code BrowserHistoryHelper}), which {@code page.js} then puts in place; and the sending of a {@code form_post} response
 * ({@code OIDCRedirectUriBuilder}), which {@code form-post.js} does.
 */
final class InlineScripts {
    private static final Pattern NEW_ADDRESS =
            Pattern.compile("<SCRIPT> if \\(typeof history\\.replaceState === 'function'\\) \\{"
                    + "  history\\.replaceState\\(\\{\\}, \"some title\", \"([^\"<>]*)\"\\); \\}</SCRIPT>");

    private static final String SENDS_ITSELF = "<BODY Onload=\"document.forms[0].submit()\">";
    private static final String HEAD_END = "  </HEAD>";

    private InlineScripts() {}

    /** @param scripts the path below which the theme's scripts lie */
    static String outOf(String html, Supplier<String> scripts) {
        if (html.startsWith("<HTML>") && html.contains(SENDS_ITSELF)) {
            return html.replace(SENDS_ITSELF, "<BODY>")
                    .replace(
                            HEAD_END,
                            "<SCRIPT TYPE=\"module\" SRC=\"" + scripts.get() + "form-post.js\"></SCRIPT>" + HEAD_END);
        }
        Matcher script = NEW_ADDRESS.matcher(html);
        return script.find()
                ? html.substring(0, script.start())
                        + "<meta name=\"address\" content=\"" + attribute(script.group(1)) + "\">"
                        + html.substring(script.end())
                : html;
    }

    private static String attribute(String address) {
        return address.replace("&", "&amp;");
    }
}
