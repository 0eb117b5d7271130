package org.chizheng.exchange.moodle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.chizheng.exchange.ItemParts;
import org.chizheng.exchange.Pictures;
import org.chizheng.exchange.ReadableText;
import org.chizheng.exchange.XmlElement;

/** The files that a part of a question carries with it; its text calls them @@PLUGINFILE@@/path/name. */
final class MoodleFiles {
    private static final String OWN = "@@PLUGINFILE@@";
    private final ItemParts item;

    MoodleFiles(ItemParts item) {
        this.item = item;
    }

    Map<String, byte[]> of(XmlElement part) {
        Map<String, byte[]> held = new HashMap<>();
        for (XmlElement file : part.children("file")) {
            String name = path(file.attribute("path")) + file.attribute("name");
            Optional<byte[]> bytes =
                    file.attribute("encoding").equals("base64") ? Pictures.base64(file.text()) : Optional.empty();
            if (bytes.isPresent()) {
                held.put(name, bytes.get());
            } else {
                item.lost("FILE_UNREADABLE", name);
            }
        }
        return held;
    }

    private static String path(String path) {
        return path.isEmpty() ? "/" : path;
    }

    private static String name(String source) {
        String path = source.substring(source.startsWith(OWN) ? OWN.length() : 0);
        String name = new String(Pictures.unescape(path.replaceAll("[?#].*", "")), UTF_8);
        return name.startsWith("/") ? name : "/" + name;
    }

    Function<String, Optional<byte[]>> named(Map<String, byte[]> held) {
        return source -> Optional.ofNullable(held.get(name(source)));
    }

    /** Files that the text does not show as pictures: sound, documents. */
    void unused(Map<String, byte[]> held, List<ReadableText.Image> shown) {
        Set<String> unused = new HashSet<>(held.keySet());
        shown.forEach(image -> unused.remove(name(image.source())));
        unused.stream().sorted().forEach(name -> item.lost("FILE", name.substring(1)));
    }
}
