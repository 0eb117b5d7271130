package org.chizheng.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Turns marked-up text, told as a run of beginnings, texts and ends, into plain text that reads the same: paragraphs by an empty line, lines and list entries by a line
 * break. What plain text cannot show is kept as text where there is one, and noted.
 */
public final class ReadableText {
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "dl", "table", "figure");
    private static final Set<String> LINES = Set.of(
            "div",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "address",
            "hr",
            "li",
            "dt",
            "dd",
            "tr",
            "caption",
            "figcaption",
            "center",
            "fieldset",
            "details",
            "summary");
    private static final Set<String> EMPHASIS = Set.of(
            "b", "strong", "i", "em", "u", "s", "strike", "del", "ins", "mark", "big", "small", "code", "tt", "kbd");
    private static final Set<String> MEDIA =
            Set.of("audio", "video", "iframe", "embed", "canvas", "svg", "applet", "object");
    private static final Set<String> UNSEEN =
            Set.of("script", "style", "noscript", "template", "head", "title", "annotation", "annotation-xml");
    private static final int BULLET = -1;

    /** A picture that the text shows. */
    public record Image(String source, String alt) {}

    private final PlainLines out = new PlainLines();
    private final Deque<String> open = new ArrayDeque<>();
    private final Deque<Integer> numbers = new ArrayDeque<>();
    private final MathPlaces maths = new MathPlaces();
    private final List<Image> images = new ArrayList<>();
    private final Set<Note> notes = new LinkedHashSet<>();
    private final Set<String> emphasised = new LinkedHashSet<>();
    private int preformatted;
    private int unseenFrom = -1;

    /** @param attribute value of an attribute, empty when it is not there */
    public void open(String name, UnaryOperator<String> attribute) {
        String parent = open.isEmpty() ? "" : open.peek();
        open.push(name);
        if (unseenFrom >= 0) {
            return;
        }
        boolean picture = name.equals("object") && attribute.apply("type").startsWith("image/");
        if (picture || name.equals("img")) {
            images.add(new Image(
                    attribute.apply(picture ? "data" : "src"),
                    attribute.apply("alt").strip()));
        }
        if (UNSEEN.contains(name) || MEDIA.contains(name)) {
            hide(name, picture, attribute);
            return;
        }
        boolean styled = name.equals("span") && !attribute.apply("style").isBlank();
        if (styled || name.equals("font") || EMPHASIS.contains(name)) {
            emphasised.add(name);
        } else if (name.equals("a") && !attribute.apply("href").isBlank()) {
            lost("LINK", attribute.apply("href"));
        }
        layOut(name, attribute);
        if (maths.open(name, parent)) {
            out.beginScript();
        }
        out.text(maths.sign(name, parent), false);
    }

    private void hide(String name, boolean picture, UnaryOperator<String> attribute) {
        unseenFrom = open.size();
        if (name.equals("script")) {
            lost("SCRIPT", "");
        } else if (MEDIA.contains(name) && !picture) {
            lost("MEDIA", name + " " + attribute.apply("src"));
        }
    }

    private void layOut(String name, UnaryOperator<String> attribute) {
        switch (name) {
            case "br" -> out.lineBreak();
            case "pre" -> preformatted++;
            case "table" -> notes.add(new Note(Note.Kind.CHANGED, "TABLE", ""));
            case "math" -> lost("FORMULA", "");
            case "sup", "sub" -> out.beginScript();
            default -> {}
        }
        interrupt(name);
        switch (name) {
            case "ul" -> numbers.push(BULLET);
            case "ol" -> numbers.push(first(attribute.apply("start")));
            case "li" -> entry();
            case "td", "th" -> out.cell();
            default -> {}
        }
    }

    private static int first(String start) {
        return start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1;
    }

    private void entry() {
        int number = numbers.isEmpty() ? BULLET : numbers.peek();
        if (number != BULLET) {
            numbers.push(numbers.pop() + 1);
        }
        out.mark(number == BULLET ? "• " : number + ". ");
    }

    /** A list within a list goes on without an empty line. */
    private void interrupt(String name) {
        out.atLeast(PARAGRAPHS.contains(name) ? numbers.isEmpty() ? 2 : 1 : LINES.contains(name) ? 1 : 0);
    }

    public void text(String text) {
        if (unseenFrom < 0) {
            out.text(text, preformatted > 0);
        }
    }

    public void close(String name) {
        int depth = open.size();
        open.pop();
        if (unseenFrom >= 0) {
            unseenFrom = depth == unseenFrom ? -1 : unseenFrom;
            return;
        }
        switch (name) {
            case "ul", "ol" -> numbers.poll();
            case "pre" -> preformatted--;
            case "sup", "sub" -> endScript(name.equals("sup"));
            case "msqrt" -> out.text(")", false);
            default -> {}
        }
        interrupt(name);
        maths.close(name, open.isEmpty() ? "" : open.peek()).ifPresent(this::endScript);
    }

    private void endScript(boolean superscript) {
        String flattened = out.endScript(superscript);
        if (!flattened.isEmpty()) {
            lost("SCRIPT_FLATTENED", flattened);
        }
    }

    /** Notes something that is lost; also what became of the text before it was told here. */
    void lost(String code, String detail) {
        notes.add(new Note(Note.Kind.LOST, code, Tidy.detail(detail)));
    }

    public List<Image> images() {
        return images;
    }

    public List<Note> notes() {
        List<Note> all = new ArrayList<>(notes);
        if (!emphasised.isEmpty()) {
            all.add(new Note(Note.Kind.LOST, "FORMATTING", String.join(", ", emphasised)));
        }
        return all;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
