package org.chizheng.exchange.moodle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import org.chizheng.bank.Figure;
import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.Revision;
import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.ItemParts;
import org.chizheng.exchange.ItemWriter;
import org.chizheng.exchange.Markup;
import org.chizheng.exchange.Note;
import org.chizheng.exchange.OwnTags;

/**
 * Writes Moodle XML for Moodle 4 and later. The code stands as ID number, the explanation as general feedback; chapter, difficulty, level and source as tags. A question with
 * several right answers gives nothing once a wrong one is chosen, which is as near as Moodle comes to our rules.
 */
public final class MoodleXmlWriter implements ItemWriter {
    /** Moodle cuts a longer tag (TAG_MAX_LENGTH). */
    private static final int LONGEST_TAG = 50;

    @Override
    public List<Lost> write(String subject, List<ExchangedItem> items, OutputStream out) throws IOException {
        List<Lost> lost = new ArrayList<>();
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n");
        if (!subject.isEmpty()) {
            xml.append("  <question type=\"category\">\n    <category>").append(text("$course$/top/" + subject));
            xml.append("</category>\n  </question>\n");
        }
        out.write(xml.toString().getBytes(UTF_8));
        for (ExchangedItem item : items) {
            out.write(question(item).getBytes(UTF_8));
            losses(item, lost);
        }
        out.write("</quiz>\n".getBytes(UTF_8));
        return lost;
    }

    private static void losses(ExchangedItem item, List<Lost> lost) {
        ItemDraft draft = item.draft();
        if (draft.type().equals("MULTIPLE")) {
            lost.add(new Lost(item.reference(), new Note(Note.Kind.CHANGED, "PARTS_SCORED", "")));
        }
        OwnTags.of(item).stream()
                .filter(tag -> tag.length() > LONGEST_TAG)
                .forEach(tag -> lost.add(new Lost(
                        item.reference(), new Note(Note.Kind.LOST, "TAG_CUT", tag.substring(0, LONGEST_TAG)))));
    }

    private static String question(ExchangedItem item) {
        ItemDraft draft = item.draft();
        boolean trueFalse = draft.type().equals("TRUE_FALSE");
        StringBuilder xml = new StringBuilder();
        xml.append("  <question type=\"")
                .append(trueFalse ? "truefalse" : "multichoice")
                .append("\">\n");
        xml.append("    <name>").append(text(item.reference())).append("</name>\n");
        xml.append("    <questiontext format=\"html\">").append(stem(draft)).append("</questiontext>\n");
        xml.append("    <generalfeedback format=\"html\">")
                .append(html(draft.explanation()))
                .append("</generalfeedback>\n");
        xml.append("    <defaultgrade>1</defaultgrade>\n    <penalty>").append(trueFalse ? "1" : "0.3333333");
        xml.append("</penalty>\n    <hidden>0</hidden>\n");
        xml.append("    <idnumber>").append(Markup.escape(item.reference())).append("</idnumber>\n");
        if (trueFalse) {
            truth(draft, xml);
        } else {
            choices(draft, xml);
        }
        xml.append("    <tags>");
        OwnTags.of(item).forEach(tag -> xml.append("<tag>").append(text(tag)).append("</tag>"));
        return xml.append("</tags>\n  </question>\n").toString();
    }

    private static String stem(ItemDraft draft) {
        Figure figure = draft.figure();
        if (figure == null) {
            return html(draft.stem());
        }
        String name = "figure." + figure.mediaType().replaceAll(".*/|\\+.*", "");
        String image = "<p><img src=\"@@PLUGINFILE@@/" + name + "\" alt=\"" + Markup.escape(draft.figureAlt())
                + "\" width=\"" + figure.width() + "\" height=\"" + figure.height() + "\"/></p>";
        return "<text>" + Markup.escape(Markup.paragraphs(draft.stem()) + image) + "</text>\n      <file name=\"" + name
                + "\" path=\"/\" encoding=\"base64\">" + Base64.getEncoder().encodeToString(figure.bytes()) + "</file>";
    }

    private static void choices(ItemDraft draft, StringBuilder xml) {
        boolean several = draft.type().equals("MULTIPLE");
        long rights = draft.options().stream().filter(Revision.Option::right).count();
        xml.append("    <single>").append(!several).append("</single>\n    <shuffleanswers>true</shuffleanswers>\n");
        xml.append("    <answernumbering>ABCD</answernumbering>\n");
        for (Revision.Option option : draft.options()) {
            String share = option.right() ? share(several ? rights : 1) : several ? "-100" : "0";
            xml.append("    <answer fraction=\"")
                    .append(share)
                    .append("\" format=\"html\">")
                    .append(html(option.text()));
            xml.append("</answer>\n");
        }
    }

    /** Per cent of one of several right answers, to the five places that Moodle knows. */
    private static String share(long rights) {
        return rights <= 1
                ? "100"
                : String.format(Locale.ROOT, "%.5f", 100.0 / rights).replaceAll("\\.?0+$", "");
    }

    private static void truth(ItemDraft draft, StringBuilder xml) {
        boolean holds = draft.options().contains(new Revision.Option(ItemParts.TRUE, true));
        boolean fails = draft.options().contains(new Revision.Option(ItemParts.FALSE, true));
        xml.append("    <answer fraction=\"").append(holds ? "100" : "0").append("\"><text>true</text></answer>\n");
        xml.append("    <answer fraction=\"").append(fails ? "100" : "0").append("\"><text>false</text></answer>\n");
    }

    private static String html(String text) {
        return text(text.isEmpty() ? "" : Markup.paragraphs(text));
    }

    private static String text(String text) {
        return "<text>" + Markup.escape(text) + "</text>";
    }
}
