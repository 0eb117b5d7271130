package org.chizheng.exchange.moodle;

import org.chizheng.exchange.HtmlText;
import org.chizheng.exchange.ItemParts;
import org.chizheng.exchange.Markup;
import org.chizheng.exchange.ReadLimits;
import org.chizheng.exchange.ReadableText;
import org.chizheng.exchange.XmlElement;

/** The text of a part of a question, in the format that the part names; a part of another part has the format of Moodle's HTML editor. */
final class MoodleText {
    private MoodleText() {}

    static ReadableText of(XmlElement part, ItemParts item) {
        String text = part.textAt("text");
        if (text.length() > ReadLimits.LONGEST_MARKUP) {
            item.refused("TEXT_TOO_LONG", text.length() + " > " + ReadLimits.LONGEST_MARKUP);
            return new ReadableText();
        }
        return switch (part.attribute("format")) {
            case "plain_text" -> HtmlText.of(Markup.paragraphs(text));
            case "markdown" -> {
                if (text.matches("(?s).*[*_#`\\[>].*")) {
                    item.changed("MARKDOWN", text);
                }
                yield HtmlText.of(Markup.paragraphs(text));
            }
            case "moodle_auto_format" -> HtmlText.of(text.strip().replace("\n", "<br/>"));
            default -> HtmlText.of(text);
        };
    }
}
