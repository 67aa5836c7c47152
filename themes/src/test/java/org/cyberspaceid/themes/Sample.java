package org.cyberspaceid.themes;

import java.util.HashMap;
import java.util.Map;

/**
 * One state of one page.
 *
 * @param name of the preview file
 * @param template the template's file name
 * @param data what Java hands to it ({@code providers/docs/pages.md})
 */
record Sample(String name, String template, Map<String, Object> data) {
    Sample with(String key, Object value) {
        Map<String, Object> more = new HashMap<>(data);
        more.put(key, value);
        return new Sample(name, template, more);
    }

    Sample named(String newName) {
        return new Sample(newName, template, data);
    }

    @Override
    public String toString() {
        return name;
    }
}
