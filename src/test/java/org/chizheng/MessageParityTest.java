package org.chizheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Every text exists in both languages, and no page holds a text of its own. */
class MessageParityTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern KEY = Pattern.compile("\\{m:([a-z_A-Z]+)");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        for (Path zh : files(MESSAGES, "_zh.properties")) {
            Path en = zh.resolveSibling(zh.getFileName().toString().replace("_zh", "_en"));
            assertThat(keys(en)).as(en.toString()).isEqualTo(keys(zh)).isNotEmpty();
        }
    }

    /** Of two lines with one key the last would win, and say what the other page means by it. */
    @Test
    void noKeyIsThereTwice() throws IOException {
        for (Path file : files(MESSAGES, ".properties")) {
            assertThat(Files.readAllLines(file).stream()
                            .filter(line -> line.matches("\\w+=.*"))
                            .map(line -> line.substring(0, line.indexOf('='))))
                    .as(file.toString())
                    .doesNotHaveDuplicates();
        }
    }

    /** An apostrophe is written twice where a text takes arguments, and once where it does not. */
    @Test
    void apostrophesAreWrittenAsTheyAreRead() throws IOException {
        for (Path file : files(MESSAGES, ".properties")) {
            try (Reader reader = Files.newBufferedReader(file)) {
                Properties texts = new Properties();
                texts.load(reader);
                texts.forEach((key, text) -> {
                    boolean formatted = String.valueOf(text).matches("(?s).*\\{\\d.*");
                    assertThat(String.valueOf(text).replace(formatted ? "''" : "", ""))
                            .as(String.valueOf(key))
                            .doesNotContain(formatted ? "'" : "''");
                });
            }
        }
    }

    @Test
    void everyKeyOfATemplateExists() throws IOException {
        for (Path template : files(TEMPLATES, ".html")) {
            Matcher matcher = KEY.matcher(Files.readString(template));
            while (matcher.find()) {
                String key = matcher.group(1);
                Path file = MESSAGES.resolve(key.substring(0, key.indexOf('_')) + "_zh.properties");
                assertThat(keys(file)).as(template.toString()).contains(key);
            }
        }
    }

    @Test
    void noTemplateHoldsATextOfItsOwn() throws IOException {
        for (Path template : files(TEMPLATES, ".html")) {
            assertThat(ownTexts(Files.readString(template)))
                    .as(template.toString())
                    .isEmpty();
        }
    }

    @Test
    void aTextOfItsOwnIsFound() {
        assertThat(ownTexts("<p>{m:a_b} 你好</p>")).isNotEmpty();
        assertThat(ownTexts("<p>Hello {m:a_b}</p>")).isNotEmpty();
        assertThat(ownTexts("<p class=\"lead\">{m:a_b}</p>")).isEmpty();
    }

    private static List<String> ownTexts(String template) {
        String visible = template.replaceAll("(?s)<script.*?</script>|\\{#bodyClass}.*?\\{/bodyClass}", "")
                .replaceAll("(?s)<(title|p|h1)?[^>]*>", "\n")
                .replaceAll("\\{[^}]*\\}", "\n")
                .replaceAll("&[a-z]+;", "");
        List<String> found = new ArrayList<>();
        visible.lines()
                .map(String::strip)
                .filter(line -> line.matches(".*\\p{L}{2,}.*"))
                .forEach(found::add);
        return found;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static TreeSet<Object> keys(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return new TreeSet<>(properties.keySet());
    }
}
