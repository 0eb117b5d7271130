package org.chizheng.common;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Texts of the pages: {@code messages/<feature>_{zh,en}.properties}, UTF-8, the feature being the key's first word. */
public final class Messages {
    private static final Map<String, Properties> FILES = new ConcurrentHashMap<>();

    private Messages() {}

    /** The text, with arguments as {0}, {1} … in {@link MessageFormat}; a missing key shows itself as ??key??. */
    public static String get(String lang, String key, List<?> arguments) {
        String text = file(lang, feature(key)).getProperty(key);
        if (text == null) {
            return "??" + key + "??";
        }
        return arguments.isEmpty() ? text : new MessageFormat(text, locale(lang)).format(arguments.toArray());
    }

    public static String get(String lang, String key) {
        return get(lang, key, List.of());
    }

    /** All texts whose key begins with the prefix, sorted by key: what a script of a page needs. */
    public static Map<String, String> startingWith(String lang, String prefix) {
        Map<String, String> found = new TreeMap<>();
        Properties file = file(lang, feature(prefix));
        for (String key : file.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                found.put(key, file.getProperty(key));
            }
        }
        return found;
    }

    private static Locale locale(String lang) {
        return "en".equals(lang) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    private static String feature(String key) {
        int end = key.indexOf('_');
        return end < 0 ? key : key.substring(0, end);
    }

    private static Properties file(String lang, String feature) {
        return FILES.computeIfAbsent(feature + "_" + lang, Messages::read);
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream in = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("messages/" + name + ".properties")) {
            if (in != null) {
                properties.load(new InputStreamReader(in, UTF_8));
            }
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
