package org.chizheng.exchange.qti;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.chizheng.exchange.ItemParts;
import org.chizheng.exchange.Tidy;
import org.chizheng.exchange.XmlElement;

/** What the manifest says of an item in Learning Object Metadata (IEEE 1484.12.1): identifier, difficulty, the chapter as classification, the source as what it is based on. */
final class QtiMetadata {
    /** Catalogue of our codes and classification of our chapters. */
    static final String OWN = "chizheng";

    static final Map<Integer, String> DIFFICULTIES = Map.of(1, "easy", 2, "medium", 3, "difficult");
    private static final Map<String, String> READ =
            Map.of("very easy", "1", "easy", "1", "medium", "2", "difficult", "3", "very difficult", "3");
    /** Who keeps the file and how it is stored says nothing of the item. */
    private static final Set<String> ABOUT_THE_FILE = Set.of("lifeCycle", "metaMetadata", "technical");

    private static final Set<String> NAMES = Set.of("title", "language", "identifier");
    private final ItemParts item;
    private final Set<String> others = new TreeSet<>();

    QtiMetadata(ItemParts item) {
        this.item = item;
    }

    void read(XmlElement resource) {
        resource.children("metadata").stream()
                .flatMap(XmlElement::all)
                .filter(element -> element.name().equals("lom"))
                .flatMap(lom -> lom.children().stream())
                .filter(category -> !ABOUT_THE_FILE.contains(category.name()))
                .forEach(this::category);
        if (!others.isEmpty()) {
            item.lost("METADATA", String.join(", ", others));
        }
    }

    private void category(XmlElement category) {
        switch (category.name()) {
            case "general" -> general(category);
            case "educational" -> educational(category);
            case "classification" -> classification(category);
            case "relation" -> relation(category);
            default -> others.add(category.name());
        }
    }

    private void general(XmlElement general) {
        for (XmlElement child : general.children()) {
            if (child.name().equals("identifier")
                    && child.textAt("catalog").strip().equals(OWN)) {
                item.code(child.textAt("entry"));
            } else if (!NAMES.contains(child.name())) {
                others.add(child.name());
            }
        }
    }

    private void educational(XmlElement educational) {
        for (XmlElement child : educational.children()) {
            String read = READ.get(Tidy.line(child.textAt("value")));
            if (child.name().equals("difficulty") && read != null) {
                item.difficulty(read);
            } else {
                others.add(child.name());
            }
        }
    }

    private void classification(XmlElement classification) {
        String source = Tidy.line(classification.textAt("taxonPath", "source"));
        if (source.equals(OWN) || source.startsWith(OWN + ":")) {
            item.chapter(Tidy.line(classification.textAt("taxonPath", "taxon", "id")));
        } else {
            others.add("classification");
        }
    }

    private void relation(XmlElement relation) {
        String kind = Tidy.line(relation.textAt("kind", "value"));
        String source = Tidy.line(relation.textAt("resource", "description"));
        if (kind.equals("isbasedon") && !source.isEmpty()) {
            item.source(source);
        } else {
            others.add("relation " + kind);
        }
    }
}
