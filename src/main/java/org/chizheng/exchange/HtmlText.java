package org.chizheng.exchange;

import java.util.LinkedHashSet;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** HTML as people and editors write it, read the way a browser does. */
public final class HtmlText {
    private HtmlText() {}

    public static ReadableText of(String html) {
        Document page = Jsoup.parseBodyFragment(html);
        ReadableText text = new ReadableText();
        oneLanguage(page, text);
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode words) {
                            text.text(words.getWholeText());
                        } else if (node instanceof Element element) {
                            text.open(element.normalName(), element::attr);
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element) {
                            text.close(element.normalName());
                        }
                    }
                },
                page.body());
        String plain = text.toString();
        if (holds(plain, "\\(", "\\)") || holds(plain, "\\[", "\\]") || holds(plain, "$$", "$$")) {
            text.lost("FORMULA", plain);
        }
        if (holds(plain, "{mlang", "{mlang}")) {
            text.lost("LANGUAGES", "{mlang}");
        }
        return text;
    }

    private static boolean holds(String text, String begin, String end) {
        int at = text.indexOf(begin);
        return at >= 0 && text.indexOf(end, at + begin.length()) >= 0;
    }

    /** Moodle's multi-language texts: Chinese stays where there is some, else the first language. */
    private static void oneLanguage(Document page, ReadableText text) {
        Set<String> languages = new LinkedHashSet<>();
        page.select("span.multilang[lang]").forEach(span -> languages.add(span.attr("lang")));
        if (languages.size() < 2) {
            return;
        }
        String kept = languages.stream()
                .filter(language -> language.startsWith("zh"))
                .findFirst()
                .orElse(languages.iterator().next());
        languages.remove(kept);
        page.select("span.multilang[lang]").forEach(span -> {
            if (!span.attr("lang").equals(kept)) {
                span.remove();
            }
        });
        text.lost("LANGUAGES", String.join(", ", languages));
    }
}
