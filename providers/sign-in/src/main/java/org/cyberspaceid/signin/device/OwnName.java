package org.cyberspaceid.signin.device;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The name of a device or a passkey, as its owner sees it on the own page; nobody else does. */
public final class OwnName {
    /** Letters of a name, at most. */
    public static final int LONGEST = 40;

    private static final String BETWEEN = " · ";

    /** Words of a {@code User-Agent} header (RFC 9110, 10.1.5) and what people call it. In this order: Edge also says Chrome, Chrome also Safari. */
    private static final Map<String, String> BROWSERS = ordered(
            "micromessenger", "WeChat",
            "edg", "Edge",
            "opr", "Opera",
            "firefox", "Firefox",
            "fxios", "Firefox",
            "crios", "Chrome",
            "chrome", "Chrome",
            "safari", "Safari");

    /** HarmonyOS and Android also say Linux; an iPad may say Macintosh. */
    private static final Map<String, String> SYSTEMS = ordered(
            "harmony", "HarmonyOS",
            "android", "Android",
            "iphone", "iPhone",
            "ipad", "iPad",
            "windows", "Windows",
            "macintosh", "macOS",
            "linux", "Linux");

    private OwnName() {}

    /** Family of browser and system, nothing finer: no version, no model. Empty when neither is known. */
    public static String coarse(String unverifiedUserAgent) {
        String agent = Optional.ofNullable(unverifiedUserAgent).orElse("").toLowerCase(Locale.ROOT);
        String browser = first(BROWSERS, agent);
        String system = first(SYSTEMS, agent);
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + BETWEEN + system;
    }

    /** As typed: without line breaks and other control characters, not too long. */
    public static String typed(String unverified) {
        String text = Optional.ofNullable(unverified)
                .orElse("")
                .replaceAll("\\p{C}", "")
                .strip();
        int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
        return text.substring(0, end);
    }

    private static String first(Map<String, String> names, String agent) {
        return names.entrySet().stream()
                .filter(name -> agent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
