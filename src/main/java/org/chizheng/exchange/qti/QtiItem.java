package org.chizheng.exchange.qti;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.ItemParts;
import org.chizheng.exchange.Pictures;
import org.chizheng.exchange.ReadableText;
import org.chizheng.exchange.TextFile;
import org.chizheng.exchange.Tidy;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.XmlElement;
import org.chizheng.exchange.XmlFile;

/** One assessment item, with the names of QTI 2. */
final class QtiItem {
    private static final Set<String> KNOWN = Set.of(
            "responseDeclaration",
            "outcomeDeclaration",
            "templateDeclaration",
            "templateProcessing",
            "stylesheet",
            "itemBody",
            "responseProcessing",
            "modalFeedback",
            "catalogInfo",
            "companionMaterialsInfo",
            "assessmentStimulusRef");

    private final XmlElement root;
    private final ItemParts item;
    private final Function<String, Optional<byte[]>> files;

    /** @param files what stands beside the item, by how the item calls it */
    QtiItem(XmlElement root, ItemParts item, Function<String, Optional<byte[]>> files) {
        this.root = root;
        this.item = item;
        this.files = files;
    }

    /** @throws UnreadableFile if the shared material is hostile */
    ExchangedItem read() throws UnreadableFile {
        if (!item.hasCode()) {
            item.reference(root.attribute("identifier"));
        }
        Optional<XmlElement> body = root.child("itemBody");
        List<XmlElement> interactions = body.stream()
                .flatMap(XmlElement::all)
                .filter(element -> element.name().endsWith("Interaction"))
                .toList();
        ReadableText text = new ReadableText();
        for (XmlElement reference : root.children("assessmentStimulusRef")) {
            stimulus(reference.attribute("href"), text);
        }
        body.ifPresent(said -> stem(said, text));
        mustBeOfOurKind(interactions);
        if (interactions.size() == 1 && interactions.get(0).name().equals("choiceInteraction")) {
            choice(interactions.get(0));
            surroundings();
        }
        return item.item();
    }

    private void mustBeOfOurKind(List<XmlElement> interactions) {
        String names = interactions.stream().map(XmlElement::name).collect(Collectors.joining(", "));
        if (interactions.isEmpty()) {
            item.refused("NO_INTERACTION", "");
        } else if (interactions.size() > 1) {
            item.refused("SEVERAL_INTERACTIONS", names);
        } else if (!names.equals("choiceInteraction")) {
            item.refused("UNSUPPORTED_TYPE", names);
        }
        if (root.attribute("adaptive").equals("true")) {
            item.refused("ADAPTIVE", "");
        }
        if (root.child("templateDeclaration").isPresent()
                || root.child("templateProcessing").isPresent()) {
            item.refused("TEMPLATE", "");
        }
    }

    /** Material that several items share is put before the stem of each. */
    private void stimulus(String href, ReadableText text) throws UnreadableFile {
        Optional<byte[]> bytes = files.apply(href);
        Optional<XmlElement> shared = Optional.empty();
        if (bytes.isPresent()) {
            shared = QtiNames.older(XmlFile.parse(TextFile.decode(bytes.get()))).child("stimulusBody");
        }
        if (shared.isEmpty()) {
            item.refused("STIMULUS_MISSING", href);
            return;
        }
        item.changed("STIMULUS", href);
        text.open("p", name -> "");
        walk(shared.get(), text, "ITEM_FEEDBACK", () -> {});
        text.close("p");
    }

    private void stem(XmlElement body, ReadableText text) {
        String[] upToOptions = {null};
        walk(body, text, "ITEM_FEEDBACK", () -> upToOptions[0] = text.toString());
        String stem = item.text(text);
        if (upToOptions[0] != null && !upToOptions[0].equals(stem)) {
            item.changed("TEXT_AFTER_OPTIONS", "");
        }
        item.stem(stem);
        Pictures.stem(item, text.images(), files);
    }

    /** Tells the text what stands in an element, but for what the candidate sees only later or not at all. */
    private void walk(XmlElement element, ReadableText text, String feedback, Runnable atInteraction) {
        for (Object part : element.content()) {
            if (!(part instanceof XmlElement inner)) {
                text.text((String) part);
                continue;
            }
            switch (inner.name()) {
                case "rubricBlock" -> item.lost("RUBRIC", Tidy.line(inner.text()));
                case "feedbackBlock", "feedbackInline" -> item.lost(feedback, Tidy.line(inner.text()));
                case "printedVariable", "include" -> item.lost("UNKNOWN_PART", inner.name());
                default -> {
                    text.open(inner.name(), inner::attribute);
                    if (inner.name().endsWith("Interaction")) {
                        inner.child("prompt").ifPresent(prompt -> {
                            text.open("p", name -> "");
                            walk(prompt, text, feedback, atInteraction);
                            text.close("p");
                        });
                        atInteraction.run();
                    } else {
                        walk(inner, text, feedback, atInteraction);
                    }
                    text.close(inner.name());
                }
            }
        }
    }

    private void choice(XmlElement interaction) {
        QtiKey key = new QtiKey(root, interaction, item);
        Set<String> rights = key.rights();
        for (XmlElement choice : interaction.children("simpleChoice")) {
            ReadableText text = new ReadableText();
            walk(choice, text, "ANSWER_FEEDBACK", () -> {});
            String option = item.text(text);
            Pictures.option(item, option, text.images());
            item.option(option, rights.contains(choice.attribute("identifier")));
            if (choice.attribute("fixed").equals("true")) {
                item.lost("FIXED_ORDER", option);
            }
        }
        if (interaction.attribute("shuffle").equals("false")) {
            item.lost("FIXED_ORDER", "");
        }
        String most = interaction.attribute("maxChoices");
        String least = interaction.attribute("minChoices");
        if (key.several() && !Set.of("", "0").contains(most)
                || !Set.of("", "0", "1").contains(least)) {
            item.lost("CHOICE_LIMIT", least + " – " + most);
        }
    }

    private void surroundings() {
        for (XmlElement part : root.children()) {
            switch (part.name()) {
                case "modalFeedback" -> modalFeedback(part);
                case "stylesheet" -> item.lost("STYLESHEET", part.attribute("href"));
                case "catalogInfo", "companionMaterialsInfo" -> item.lost("UNKNOWN_PART", part.name());
                case "outcomeDeclaration" -> weight(part);
                default -> {
                    if (!KNOWN.contains(part.name())) {
                        item.lost("UNKNOWN_PART", part.name());
                    }
                }
            }
        }
        if (root.attribute("timeDependent").equals("true")) {
            item.lost("TIME_DEPENDENT", "");
        }
        String title = Tidy.line(root.attribute("title"));
        if (!title.isEmpty() && !title.equals(item.reference())) {
            item.lost("NAME", title);
        }
    }

    private void modalFeedback(XmlElement feedback) {
        ReadableText text = new ReadableText();
        walk(feedback, text, "ITEM_FEEDBACK", () -> {});
        if (feedback.attribute("identifier").equals(QtiWriter.EXPLANATION)) {
            item.explanation(item.text(text));
            Pictures.explanation(item, text.images());
        } else {
            item.lost("ITEM_FEEDBACK", text.toString());
        }
    }

    private void weight(XmlElement outcome) {
        String most = outcome.attribute("identifier").equals("MAXSCORE")
                ? outcome.textAt("defaultValue", "value").strip()
                : outcome.attribute("normalMaximum");
        if (!most.isEmpty() && !most.matches("1(\\.0+)?")) {
            item.lost("WEIGHT", most);
        }
    }
}
