package org.chizheng.lockdown.rule;

import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings of Safe Exam Browser: booleans, integers, texts, bytes, lists and maps of these. They make the file that the browser opens, and the config key by which
 * it proves that it has opened it (safeexambrowser.org/developer/seb-config-key.html). The order in which they are given does not matter.
 */
public final class BrowserSettings {
    /** As all clients sort, whatever the case of a letter; of two that differ in nothing else, the small letter first. */
    private static final Comparator<String> ORDER =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.reverseOrder());

    private static final String IGNORED = "originatorVersion";
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0">
            """;
    private final Map<String, ?> settings;

    /** @throws IllegalArgumentException for a value that the clients do not write alike, such as a date or a text with quotation marks */
    public BrowserSettings(Map<String, ?> settings) {
        this.settings = sorted(settings);
    }

    private static SortedMap<String, Object> sorted(Map<?, ?> given) {
        SortedMap<String, Object> sorted = new TreeMap<>(ORDER);
        given.forEach((key, value) -> {
            if (!key.toString().matches("\\w+")) {
                throw new IllegalArgumentException("not a name of a setting: " + key);
            }
            if (!(value instanceof Map<?, ?> map && map.isEmpty())) {
                sorted.put(key.toString(), plain(value));
            }
        });
        return sorted;
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            return sorted(map);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(BrowserSettings::plain).toList();
        }
        boolean usable = value instanceof Boolean
                || value instanceof Integer
                || value instanceof byte[]
                || value instanceof String text && text.chars().allMatch(c -> c != '"' && c >= ' ');
        if (!usable) {
            throw new IllegalArgumentException("not a value of a setting: " + value);
        }
        return value;
    }

    /** SHA-256 of the settings as sorted JSON without a space and without escapes. */
    public String configKey() {
        return RequestHash.sha256(json());
    }

    String json() {
        StringBuilder out = new StringBuilder();
        Map<String, Object> counted = new TreeMap<>(ORDER);
        counted.putAll(settings);
        counted.remove(IGNORED);
        json(counted, out);
        return out.toString();
    }

    private static void json(Object value, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            String before = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json(
                        entry.getValue(),
                        out.append(before).append('"').append(entry.getKey()).append("\":"));
                before = ",";
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            String before = "[";
            for (Object element : list) {
                json(element, out.append(before));
                before = ",";
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof byte[] bytes) {
            out.append('"').append(Base64.getEncoder().encodeToString(bytes)).append('"');
        } else if (value instanceof String) {
            out.append('"').append(value).append('"');
        } else {
            out.append(value);
        }
    }

    /** The file as the browser opens it: a property list in XML, not encrypted. */
    public String file() {
        StringBuilder out = new StringBuilder(HEAD);
        xml(settings, out);
        return out.append("</plist>\n").toString();
    }

    private static void xml(Object value, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            out.append("<dict>\n");
            map.forEach((key, element) ->
                    xml(element, out.append("<key>").append(key).append("</key>\n")));
            out.append("</dict>\n");
        } else if (value instanceof List<?> list) {
            out.append("<array>\n");
            list.forEach(element -> xml(element, out));
            out.append("</array>\n");
        } else if (value instanceof Boolean) {
            out.append('<').append(value).append("/>\n");
        } else if (value instanceof Integer) {
            out.append("<integer>").append(value).append("</integer>\n");
        } else if (value instanceof byte[] bytes) {
            out.append("<data>")
                    .append(Base64.getEncoder().encodeToString(bytes))
                    .append("</data>\n");
        } else {
            String text =
                    value.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            out.append("<string>").append(text).append("</string>\n");
        }
    }
}
