package org.chizheng.exchange.gift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.HtmlText;
import org.chizheng.exchange.ItemParts;
import org.chizheng.exchange.Markup;
import org.chizheng.exchange.OwnTags;
import org.chizheng.exchange.Pictures;
import org.chizheng.exchange.ReadLimits;
import org.chizheng.exchange.ReadableText;
import org.chizheng.exchange.Tidy;

/** One question of a GIFT file. */
final class GiftQuestion {
    private static final Pattern FORMAT = Pattern.compile("^\\[(html|moodle|plain|markdown)\\]");
    private static final Pattern SHARE = Pattern.compile("^%(-?\\d{1,3}(?:\\.\\d*)?)%");
    private static final Pattern TRUTH = Pattern.compile("(?i)^(t|true|f|false)$");
    private static final String GAP = "_____";
    private final GiftBlocks.Block block;
    private final ItemParts item;
    private String format = "moodle";

    GiftQuestion(GiftBlocks.Block block) {
        this.block = block;
        this.item = new ItemParts("L" + block.line());
    }

    ExchangedItem read() {
        GiftText text = title(GiftText.of(block.text()).strip());
        int begin = text.indexOf("{", 0);
        int end = begin < 0 ? -1 : text.indexOf("}", begin);
        if (!block.closed() || begin >= 0 && end < 0) {
            item.refused("BRACES", "");
        } else if (begin < 0) {
            item.refused("UNSUPPORTED_TYPE", "description");
        }
        if (end < 0) {
            stem(text, GiftText.of(""));
            return item.item();
        }
        stem(text.part(0, begin), text.from(end + 1).strip());
        answers(text.part(begin + 1, end).strip());
        OwnTags.read(item, block.tags());
        if (!block.category().isEmpty() && !item.hasChapter()) {
            item.lost("CATEGORY", block.category());
        }
        return item.item();
    }

    private GiftText title(GiftText text) {
        item.reference(block.id());
        int end = text.begins("::") ? text.indexOf("::", 2) : -1;
        if (end < 0) {
            return text;
        }
        String title = Tidy.line(text.part(2, end).toString());
        if (block.id().isEmpty()) {
            item.reference(title);
        } else if (!title.equals(block.id())) {
            item.lost("NAME", title);
        }
        return text.from(end + 2).strip();
    }

    private void stem(GiftText before, GiftText after) {
        Matcher named = FORMAT.matcher(before.toString());
        format = named.find() ? named.group(1) : format;
        String rest = after.withBreaks("\n");
        boolean word = !rest.isEmpty() && Character.isLetterOrDigit(rest.codePointAt(0));
        String gap = rest.isEmpty() ? "" : " " + GAP + (word ? " " : "") + rest;
        ReadableText stem = readable(before.withBreaks("\n").stripTrailing() + gap);
        item.stem(item.text(stem));
        Pictures.stem(item, stem.images(), name -> Optional.empty());
    }

    private void answers(GiftText all) {
        int general = all.indexOf("####", 0);
        GiftText answers = general < 0 ? all : all.part(0, general).strip();
        if (general >= 0) {
            ReadableText explanation = readable(all.from(general + 4).strip().withBreaks(" "));
            item.explanation(item.text(explanation));
            Pictures.explanation(item, explanation.images());
        }
        List<String> signs = feedbackCut(answers);
        if (answers.isEmpty()) {
            item.refused("UNSUPPORTED_TYPE", "essay");
        } else if (answers.begins("#")) {
            item.refused("UNSUPPORTED_TYPE", "numerical");
        } else if (answers.has("~")) {
            choices(answers);
        } else if (answers.has("=") && answers.has("->")) {
            item.refused("UNSUPPORTED_TYPE", "matching");
        } else if (TRUTH.matcher(signs.get(0)).matches()) {
            item.trueOrFalse(signs.get(0).toLowerCase(Locale.ROOT).startsWith("t"));
            signs.stream().skip(1).filter(text -> !text.isEmpty()).forEach(text -> item.lost("ANSWER_FEEDBACK", text));
        } else {
            item.refused("UNSUPPORTED_TYPE", answers.has("=") ? "shortanswer" : answers.toString());
        }
    }

    private static List<String> feedbackCut(GiftText answers) {
        List<String> parts = new ArrayList<>();
        answers.cutBefore("#")
                .forEach(part ->
                        parts.add(Tidy.line(part.begins("#") ? part.from(1).toString() : part.toString())));
        return parts.isEmpty() ? List.of("") : parts;
    }

    /** With a = there is one right answer; without any, the shares above zero are right together. */
    private void choices(GiftText answers) {
        boolean several = !answers.has("=");
        item.several(several);
        List<String> partial = new ArrayList<>();
        for (GiftText answer : answers.cutBefore("~=")) {
            if (!answer.begins("~") && !answer.begins("=")) {
                item.refused("STRAY_TEXT", answer.toString());
                continue;
            }
            GiftText said = answer.from(1).strip();
            Matcher share = SHARE.matcher(said.begins("%") ? said.toString() : "");
            boolean shared = share.find();
            double part = shared ? Double.parseDouble(share.group(1)) : answer.begins("=") ? 100 : 0;
            if (shared && (several || part > 0 && part < 100 || part < 0)) {
                partial.add(share.group(1));
            }
            option(shared ? said.from(share.end()).strip() : said, several ? part > 0 : part >= 100);
        }
        if (several) {
            item.changed("PARTS_SCORED", String.join(", ", partial));
        } else if (!partial.isEmpty()) {
            item.changed("PARTIAL_CREDIT", String.join(", ", partial));
        }
    }

    private void option(GiftText said, boolean right) {
        int feedback = said.indexOf("#", 0);
        GiftText words = feedback < 0 ? said : said.part(0, feedback).strip();
        ReadableText text = readable(words.withBreaks(" "));
        String option = item.text(text);
        Pictures.option(item, option, text.images());
        item.option(option, right);
        if (feedback >= 0 && !said.from(feedback + 1).strip().isEmpty()) {
            item.lost("ANSWER_FEEDBACK", said.from(feedback + 1).toString());
        }
    }

    /** A part may name a format of its own; else it has that of the question's text. */
    private ReadableText readable(String said) {
        Matcher named = FORMAT.matcher(said);
        boolean own = named.find();
        String kind = own ? named.group(1) : format;
        String text = own ? said.substring(named.end()) : said;
        if (text.length() > ReadLimits.LONGEST_MARKUP) {
            item.refused("TEXT_TOO_LONG", text.length() + " > " + ReadLimits.LONGEST_MARKUP);
            return new ReadableText();
        }
        if (kind.equals("markdown") && text.matches("(?s).*[*_#`>].*")) {
            item.changed("MARKDOWN", text);
        }
        return switch (kind) {
            case "html" -> HtmlText.of(text);
            case "moodle" -> HtmlText.of(text.strip().replace("\n", "<br/>"));
            default -> HtmlText.of(Markup.paragraphs(text));
        };
    }
}
