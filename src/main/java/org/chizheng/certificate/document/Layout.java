package org.chizheng.certificate.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import org.chizheng.certificate.DocumentKind;
import org.chizheng.certificate.DocumentSize;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** How a certificate of one kind and size is laid out: read from the files of {@code certificates/layout}, packed into the jar. Lengths in millimetres, letters in points. */
final class Layout {
    private static final List<String> SET_AS_TEXT = List.of("photo", "scan", "identifier", "invalid", "notice");
    private final Map<String, Object> kind;
    private final Map<String, Object> size;
    private final Map<String, Object> words;

    private Layout(Map<String, Object> kind, Map<String, Object> size, Map<String, Object> words) {
        this.kind = kind;
        this.size = size;
        this.words = words;
    }

    static Layout of(DocumentKind kind, DocumentSize size) {
        return new Layout(file(kind.name()), file(size.name()), file("words"));
    }

    private static Map<String, Object> file(String name) {
        String path = "certificates/" + name.toLowerCase(Locale.ROOT) + ".yaml";
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A word in two languages. */
    record Word(String zh, String en) {}

    double width() {
        return number(size.get("width"));
    }

    double height() {
        return number(size.get("height"));
    }

    /** A colour of the kind: ink, line, accent, tint, warm. */
    String colour(String name) {
        return (String) kind.get(name);
    }

    Word word(String name) {
        return word((List<?>) words.get(name));
    }

    Word notice() {
        return word((List<?>) ((List<?>) words.get("notice")).get(0));
    }

    Word label(Field field) {
        return word((List<?>) ((Map<?, ?>) kind.get("labels")).get(field.name()));
    }

    private static Word word(List<?> pair) {
        return new Word((String) pair.get(0), (String) pair.get(1));
    }

    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        ((List<?>) size.get("pages")).forEach(page -> pages.add(new Page((Map<?, ?>) page)));
        return pages;
    }

    /** Each character that every certificate of this layout shows, and the digits. */
    String repertoire() {
        TreeSet<Integer> points = new TreeSet<>();
        StringBuilder shown = new StringBuilder("0123456789 -–./:年月日至男女T").append(kind.get("labels"));
        SET_AS_TEXT.forEach(word -> shown.append(words.get(word)));
        shown.codePoints().forEach(points::add);
        return points.stream()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** What stands where on one page. */
    static final class Page {
        private final Map<?, ?> places;

        private Page(Map<?, ?> places) {
            this.places = places;
        }

        boolean has(String name) {
            return places.containsKey(name);
        }

        double of(String name, String measure) {
            return number(((Map<?, ?>) places.get(name)).get(measure));
        }

        double of(String name) {
            return number(places.get(name));
        }

        /** Sizes to be tried for a value: the first two on one line, the others on two. */
        List<Double> sizes(String name) {
            List<Double> sizes = new ArrayList<>();
            ((List<?>) ((Map<?, ?>) places.get("fields")).get(name)).forEach(size -> sizes.add(number(size)));
            return sizes;
        }

        /** Fields side by side in rows, from the top. */
        List<List<Field>> rows(DocumentKind kind) {
            Map<?, ?> rows = (Map<?, ?>) ((Map<?, ?>) places.get("fields")).get("rows");
            List<List<Field>> fields = new ArrayList<>();
            for (Object row : (List<?>) rows.get(kind.name())) {
                fields.add(((List<?>) row)
                        .stream().map(name -> Field.valueOf((String) name)).toList());
            }
            return fields;
        }
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
