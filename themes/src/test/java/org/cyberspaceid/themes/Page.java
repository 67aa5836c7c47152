package org.cyberspaceid.themes;

import java.util.Set;
import org.jsoup.nodes.Document;

/**
 * A rendered page.
 *
 * @param missingKeys message keys that no bundle has
 */
record Page(String html, Document document, Set<String> missingKeys) {}
