package org.chizheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** A rule that is not closed swallows all that stand behind it, and no browser says so. */
class StylesheetTest {
    private static final Path ASSETS = Path.of("src/main/resources/META-INF/resources/assets");

    @Test
    void everyRuleIsClosedBeforeTheNext() throws IOException {
        try (Stream<Path> files = Files.walk(ASSETS)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".css")).toList()) {
                assertThat(unclosed(Files.readString(file))).as(file.toString()).isEmpty();
            }
        }
    }

    @Test
    void aRuleThatIsNotClosedIsFound() {
        assertThat(unclosed("@media print { .a { color: red; }\n.b { color: blue; }"))
                .isNotEmpty();
        assertThat(unclosed(".a { color: red;\n.b { color: blue; } }")).isEqualTo(".b");
        assertThat(unclosed("@media print { .a { color: red; } }\n.b { color: blue; }"))
                .isEmpty();
    }

    /** @return the first selector within another rule, or what is still open at the end; empty when all is well */
    private static String unclosed(String sheet) {
        String plain = sheet.replaceAll("(?s)/\\*.*?\\*/", "");
        int depth = 0;
        int grouped = 0;
        int from = 0;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '{') {
                String head = plain.substring(from, i).strip();
                if (head.startsWith("@")) {
                    grouped++;
                } else if (depth > grouped) {
                    return head.substring(head.lastIndexOf(';') + 1).strip();
                }
                depth++;
                from = i + 1;
            } else if (c == '}') {
                depth--;
                grouped = Math.min(grouped, depth);
                from = i + 1;
            } else if (c == ';') {
                from = i + 1;
            }
        }
        return depth == 0 ? "" : "open at the end: " + depth;
    }
}
