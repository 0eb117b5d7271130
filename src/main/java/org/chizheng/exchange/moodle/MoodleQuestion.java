package org.chizheng.exchange.moodle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.ItemParts;
import org.chizheng.exchange.OwnTags;
import org.chizheng.exchange.Pictures;
import org.chizheng.exchange.ReadableText;
import org.chizheng.exchange.Tidy;
import org.chizheng.exchange.XmlElement;

/** One question of a Moodle XML file. */
final class MoodleQuestion {
    /** Parts that are read, and such as say nothing that an item of ours could say: how answers are lettered is drawn anew for each paper. */
    private static final Set<String> KNOWN = Set.of(
            "name",
            "questiontext",
            "generalfeedback",
            "defaultgrade",
            "penalty",
            "hidden",
            "idnumber",
            "single",
            "shuffleanswers",
            "answernumbering",
            "showstandardinstruction",
            "correctfeedback",
            "partiallycorrectfeedback",
            "incorrectfeedback",
            "shownumcorrect",
            "answer",
            "hint",
            "tags",
            "image",
            "image_base64");

    /** Values that Moodle writes when nobody chose one. */
    private static final Set<String> UNCHOSEN_PENALTY = Set.of("0.3333333", "0.1", "0.1000000", "1", "1.0000000");

    private final XmlElement question;
    private final ItemParts item;
    private final MoodleFiles files;
    private final String category;

    MoodleQuestion(XmlElement question, String place, String category) {
        this.question = question;
        this.item = new ItemParts(place);
        this.files = new MoodleFiles(item);
        this.category = category;
    }

    ExchangedItem read() {
        name();
        stem();
        String type = question.attribute("type");
        switch (type) {
            case "multichoice" -> multichoice();
            case "truefalse" -> trueFalse();
            default -> item.refused("UNSUPPORTED_TYPE", type);
        }
        if (type.equals("multichoice") || type.equals("truefalse")) {
            surroundings();
        }
        return item.item();
    }

    private void name() {
        String name = Tidy.line(question.textAt("name", "text"));
        String code = Tidy.line(question.textAt("idnumber"));
        item.reference(code.isEmpty() ? name : code);
        if (!code.isEmpty() && !name.isEmpty() && !name.equals(code)) {
            item.lost("NAME", name);
        }
    }

    private void stem() {
        Optional<XmlElement> text = question.child("questiontext");
        if (text.isEmpty()) {
            return;
        }
        ReadableText stem = MoodleText.of(text.get(), item);
        item.stem(item.text(stem));
        Map<String, byte[]> held = files.of(text.get());
        Pictures.stem(item, stem.images(), files.named(held));
        files.unused(held, stem.images());
        String old = question.textAt("image").strip();
        if (!old.isEmpty()) {
            String data = question.textAt("image_base64");
            Pictures.stem(
                    item,
                    List.of(new ReadableText.Image(old, "")),
                    name -> data.isBlank() ? Optional.empty() : Pictures.base64(data));
        }
    }

    private void multichoice() {
        boolean several =
                List.of("false", "0").contains(question.textAt("single").strip());
        item.several(several);
        Set<String> partial = new TreeSet<>();
        for (XmlElement answer : question.children("answer")) {
            ReadableText text = MoodleText.of(answer, item);
            String option = item.text(text);
            Pictures.option(item, option, text.images());
            double share = share(answer);
            item.option(option, several ? share > 0 : share >= 99.99);
            if (!several && share > 0 && share < 99.99 || share < 0) {
                partial.add(answer.attribute("fraction"));
            }
            feedback("ANSWER_FEEDBACK", answer.child("feedback"));
        }
        if (several) {
            item.changed("PARTS_SCORED", shares());
        } else if (!partial.isEmpty()) {
            item.changed("PARTIAL_CREDIT", String.join(", ", partial));
        }
        if (List.of("false", "0").contains(question.textAt("shuffleanswers").strip())) {
            item.lost("FIXED_ORDER", "");
        }
    }

    private String shares() {
        return String.join(
                ", ",
                question.children("answer").stream()
                        .map(answer -> answer.attribute("fraction"))
                        .toList());
    }

    private double share(XmlElement answer) {
        try {
            double share =
                    Double.parseDouble(answer.attribute("fraction").strip().replace(',', '.'));
            if (Double.isFinite(share)) {
                return share;
            }
        } catch (NumberFormatException e) {
            item.refused("BAD_SHARE", answer.attribute("fraction"));
            return 0;
        }
        item.refused("BAD_SHARE", answer.attribute("fraction"));
        return 0;
    }

    private void trueFalse() {
        boolean told = false;
        for (XmlElement answer : question.children("answer")) {
            String word = Tidy.line(answer.textAt("text")).toLowerCase(java.util.Locale.ROOT);
            if (!told && share(answer) > 0 && (word.equals("true") || word.equals("false"))) {
                item.trueOrFalse(word.equals("true"));
                told = true;
            }
            feedback("ANSWER_FEEDBACK", answer.child("feedback"));
        }
        if (!told) {
            item.refused("NO_KEY", "");
        }
    }

    private void surroundings() {
        question.child("generalfeedback").ifPresent(general -> {
            ReadableText text = MoodleText.of(general, item);
            item.explanation(item.text(text));
            Pictures.explanation(item, text.images());
        });
        for (String part : List.of("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")) {
            feedback("ITEM_FEEDBACK", question.child(part));
        }
        question.children("hint").forEach(hint -> feedback("HINT", Optional.of(hint)));
        OwnTags.read(
                item,
                question.child("tags").stream()
                        .flatMap(tags -> tags.children("tag").stream())
                        .map(tag -> Tidy.line(tag.textAt("text")))
                        .toList());
        if (!category.isEmpty() && !item.hasChapter()) {
            item.lost("CATEGORY", category);
        }
        unlessUnchosen("WEIGHT", "defaultgrade", Set.of("1", "1.0", "1.0000000"));
        unlessUnchosen("PENALTY", "penalty", UNCHOSEN_PENALTY);
        unlessUnchosen("HIDDEN", "hidden", Set.of("0"));
        question.children().stream()
                .map(XmlElement::name)
                .filter(name -> !KNOWN.contains(name))
                .distinct()
                .forEach(name -> item.lost("UNKNOWN_PART", name));
    }

    private void feedback(String code, Optional<XmlElement> part) {
        part.map(feedback -> Tidy.line(MoodleText.of(feedback, item).toString()))
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> item.lost(code, text));
    }

    private void unlessUnchosen(String code, String part, Set<String> unchosen) {
        String value = question.textAt(part).strip();
        if (!value.isEmpty() && !unchosen.contains(value) && !value.matches("0(\\.0+)?")) {
            item.lost(code, value);
        }
    }
}
