package org.chizheng.exchange.qti;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.chizheng.bank.ItemDraft;
import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.ItemParts;
import org.chizheng.exchange.Markup;
import org.chizheng.exchange.Tidy;
import org.chizheng.exchange.XmlElement;

/** What the manifest says of an item in Learning Object Metadata (IEEE 1484.12.1): identifier, difficulty, the chapter as classification, the source as what it is based on, the bank as another classification. */
final class QtiMetadata {
    /** Catalogue of our codes and classification of our chapters. */
    static final String OWN = "chizheng";

    /** Classification by bank: national or provincial. LOM has no word for it, so it stands beside its own vocabulary, as LOM allows. */
    private static final String LEVEL = "chizheng-level";

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
        String taxon = Tidy.line(classification.textAt("taxonPath", "taxon", "id"));
        if (source.equals(OWN) || source.startsWith(OWN + ":")) {
            item.chapter(taxon);
        } else if (source.equals(LEVEL)) {
            item.level(taxon);
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

    /** What {@link #read} reads back. */
    static String written(String subject, ExchangedItem item) {
        ItemDraft draft = item.draft();
        StringBuilder lom = new StringBuilder("<lom xmlns=\"http://ltsc.ieee.org/xsd/LOM\">");
        if (!item.reference().isEmpty()) {
            lom.append("<general><identifier><catalog>").append(OWN).append("</catalog><entry>");
            lom.append(Markup.escape(item.reference())).append("</entry></identifier></general>");
        }
        lom.append("<educational><difficulty><source>LOMv1.0</source><value>");
        lom.append(DIFFICULTIES.getOrDefault(draft.difficulty(), "medium"));
        lom.append("</value></difficulty></educational>");
        if (!draft.source().isEmpty()) {
            lom.append(
                    "<relation><kind><source>LOMv1.0</source><value>isbasedon</value></kind><resource><description>");
            lom.append(string(draft.source())).append("</description></resource></relation>");
        }
        if (!draft.chapter().isEmpty()) {
            lom.append(classified("LOMv1.0", "discipline", OWN + ":" + subject, draft.chapter()));
        }
        if (!item.level().isEmpty()) {
            lom.append(classified(OWN, "bank level", LEVEL, item.level().toLowerCase(Locale.ROOT)));
        }
        return lom.append("</lom>").toString();
    }

    private static String classified(String vocabulary, String purpose, String source, String taxon) {
        return "<classification><purpose><source>" + vocabulary + "</source><value>" + purpose
                + "</value></purpose><taxonPath><source>" + string(source) + "</source><taxon><id>"
                + Markup.escape(taxon) + "</id></taxon></taxonPath></classification>";
    }

    private static String string(String text) {
        return "<string language=\"zh-CN\">" + Markup.escape(text) + "</string>";
    }
}
