package org.cyberspaceid.sandbox.citizen;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A page as the citizen sees it, by the names of {@code providers/docs/pages.md}. */
public final class PageView {
    private final URI address;
    private final int status;
    private final Document html;

    PageView(URI address, int status, String body) {
        this.address = address;
        this.status = status;
        this.html = Jsoup.parse(body, address.toString());
    }

    public URI address() {
        return address;
    }

    public int status() {
        return status;
    }

    /** The whole page. */
    public Document html() {
        return html;
    }

    /** The name of the template without {@code .ftl}; empty on pages that are not the theme's. */
    public Optional<String> template() {
        return attribute("[data-page]", "data-page").map(name -> name.replaceFirst("\\.ftl$", ""));
    }

    public boolean is(String template) {
        return template().filter(template::equals).isPresent();
    }

    /** The code of the problem the page shows. */
    public Optional<String> problem() {
        return attribute("[data-problem]", "data-problem");
    }

    /** An attribute of the first element that a CSS query finds. */
    public Optional<String> attribute(String query, String name) {
        return Optional.ofNullable(html.selectFirst(query))
                .map(e -> e.attr(name))
                .filter(value -> !value.isEmpty());
    }

    /** A link on the page, absolute. */
    public URI link(String query) {
        return attribute(query, "abs:href").map(URI::create).orElseThrow(() -> strayed("has no link " + query));
    }

    /** An address in an attribute, absolute. */
    URI addressIn(String attribute) {
        return attribute("[" + attribute + "]", "abs:" + attribute)
                .map(URI::create)
                .orElseThrow(() -> strayed("has no " + attribute));
    }

    /** Where the page's form goes. */
    URI formAddress() {
        return URI.create(form().attr("abs:action"));
    }

    /** What the form sends if one presses Enter: its fields as filled in by the page, and its primary button. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        form().formData().forEach(entry -> fields.put(entry.key(), entry.value()));
        Element primary = form().selectFirst("button[type=submit], input[type=submit]");
        if (primary != null && primary.hasAttr("name")) {
            fields.put(primary.attr("name"), primary.attr("value"));
        }
        return fields;
    }

    private FormElement form() {
        Element form = html.selectFirst("main form[method=post], form[method=post]");
        if (form instanceof FormElement found) {
            return found;
        }
        throw strayed("has no form");
    }

    StrayedException strayed(String what) {
        return new StrayedException("the page " + this + " " + what);
    }

    /** Names the page for a message: nothing of what a person typed. */
    @Override
    public String toString() {
        return template().orElse(address.getHost() + ":" + address.getPort() + address.getPath()) + " (" + status
                + problem().map(code -> ", " + code).orElse("") + ")";
    }
}
