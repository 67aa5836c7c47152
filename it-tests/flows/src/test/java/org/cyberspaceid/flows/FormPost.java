package org.cyberspaceid.flows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.jsoup.nodes.Element;

/** An authorization response as a form (OAuth 2.0 Form Post Response Mode). */
final class FormPost {
    private FormPost() {}

    static Map<String, String> fields(PageView page) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : page.html().select("form input[type=hidden]")) {
            fields.put(input.attr("name"), input.attr("value"));
        }
        return fields;
    }
}
