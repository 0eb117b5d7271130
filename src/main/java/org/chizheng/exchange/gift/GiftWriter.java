package org.chizheng.exchange.gift;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.Revision;
import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.ItemParts;
import org.chizheng.exchange.ItemWriter;
import org.chizheng.exchange.Note;
import org.chizheng.exchange.OwnTags;
import org.chizheng.exchange.Tidy;

/** Writes GIFT. Figures have no place in it; the code, chapter, difficulty, level and source stand in comments, as Moodle itself writes them. */
public final class GiftWriter implements ItemWriter {
    @Override
    public List<Lost> write(String subject, List<ExchangedItem> items, OutputStream out) throws IOException {
        List<Lost> lost = new ArrayList<>();
        if (!subject.isEmpty()) {
            out.write(("$CATEGORY: $course$/top/" + Tidy.line(subject) + "\n\n").getBytes(UTF_8));
        }
        for (ExchangedItem item : items) {
            out.write(question(item).getBytes(UTF_8));
            if (item.draft().figure() != null) {
                lost.add(new Lost(item.reference(), new Note(Note.Kind.LOST, "FIGURE_HAS_NO_PLACE", "")));
            }
            if (item.draft().type().equals("MULTIPLE")) {
                lost.add(new Lost(item.reference(), new Note(Note.Kind.CHANGED, "PARTS_SCORED", "")));
            }
        }
        return lost;
    }

    private static String question(ExchangedItem item) {
        ItemDraft draft = item.draft();
        StringBuilder gift = new StringBuilder();
        if (!item.reference().isEmpty()) {
            gift.append("// [id:").append(noted(item.reference())).append("]\n");
        }
        OwnTags.of(item)
                .forEach(tag -> gift.append("// [tag:").append(noted(tag)).append("]\n"));
        if (!item.reference().isEmpty()) {
            gift.append("::").append(escape(item.reference())).append("::");
        }
        gift.append("[plain]").append(escape(draft.stem())).append(" {");
        if (draft.type().equals("TRUE_FALSE")) {
            gift.append(truth(draft));
        } else {
            choices(draft, gift);
        }
        if (!draft.explanation().isEmpty()) {
            gift.append("\n\t####").append(formatted(draft.explanation()));
        }
        return gift.append("\n}\n\n").toString();
    }

    private static String truth(ItemDraft draft) {
        return draft.options().stream()
                .filter(Revision.Option::right)
                .map(option -> option.text().equals(ItemParts.TRUE) ? "TRUE" : "FALSE")
                .findFirst()
                .orElse("");
    }

    private static void choices(ItemDraft draft, StringBuilder gift) {
        boolean several = draft.type().equals("MULTIPLE");
        long rights = Math.max(
                1, draft.options().stream().filter(Revision.Option::right).count());
        String right = String.format(Locale.ROOT, "~%%%.5f%%", 100.0 / rights);
        for (Revision.Option option : draft.options()) {
            String single = option.right() ? "=" : "~";
            String whole = option.right() ? "=%100%" : "~%0%";
            String sign =
                    several ? option.right() ? right : "~%-100%" : option.text().startsWith("%") ? whole : single;
            gift.append("\n\t").append(sign).append(formatted(option.text()));
        }
    }

    /** A text that begins with a bracket could be taken for the name of a format. */
    private static String formatted(String text) {
        return (text.startsWith("[") ? "[plain]" : "") + escape(text);
    }

    private static String noted(String text) {
        return Tidy.line(text).replace("\\", "\\\\").replace("]", "\\]");
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : Tidy.text(text).toCharArray()) {
            escaped.append("~=#{}:\\".indexOf(c) >= 0 ? "\\" + c : c == '\n' ? "\\n" : String.valueOf(c));
        }
        return escaped.toString();
    }
}
