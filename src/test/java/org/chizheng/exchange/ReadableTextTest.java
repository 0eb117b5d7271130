package org.chizheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTML becomes plain text that reads the same; what it cannot show is noted. */
class ReadableTextTest {
    @Test
    void paragraphsAndLinesStayApart() {
        assertThat(plain("<p>一</p>\n\n<p>二<br>三</p><div>四</div>五")).isEqualTo("一\n\n二\n三\n\n四\n五");
    }

    @Test
    void listsStayReadable() {
        assertThat(plain("条件：<ul><li>甲</li><li><p>乙</p></li></ul><ol><li>先</li><li>后<ul><li>细</li></ul></li></ol>完"))
                .isEqualTo("条件：\n\n• 甲\n• 乙\n\n1. 先\n2. 后\n• 细\n\n完");
    }

    @ParameterizedTest
    @CsvSource({
        "10 m<sup>2</sup>,10 m²",
        "CO<sub>2</sub> 和 H<sub>2</sub>O,CO₂ 和 H₂O",
        "25<sup>o</sup>C,25°C",
        "10<sup>-3</sup>,10⁻³",
        "x<sup>k+1</sup>,x^(k+1)",
        "I<sub>N</sub>,I_N"
    })
    void superscriptsAndSubscriptsBecomeUnicodeWhereThereIsOne(String html, String text) {
        ReadableText read = HtmlText.of(html);
        assertThat(read).hasToString(text);
        assertThat(read.notes().isEmpty()).isEqualTo(!text.contains("^") && !text.contains("_"));
    }

    @Test
    void entitiesAndHardSpacesAreResolved() {
        assertThat(plain("a&nbsp;&lt;b&gt; &amp;amp; &ldquo;c&rdquo;&#x2103;&nbsp;"))
                .isEqualTo("a <b> &amp; “c”℃");
    }

    @Test
    void mathsKeepsItsTextAndIsNoted() {
        ReadableText text = HtmlText.of("<math><msup><mi>m</mi><mn>2</mn></msup><mo>=</mo>"
                + "<mfrac><mi>a</mi><msqrt><mi>b</mi></msqrt></mfrac><annotation>m^2</annotation></math>");
        assertThat(text).hasToString("m²=a/√(b)");
        assertThat(codes(text)).containsExactly("LOST FORMULA");
        assertThat(codes(HtmlText.of("\\(x_1\\) 和 $$y$$"))).containsExactly("LOST FORMULA");
    }

    @Test
    void tablesKeepTheirRows() {
        ReadableText text =
                HtmlText.of("<table><tr><th>电压</th><th>距离</th></tr><tr><td>10 kV</td><td>0.7 m</td></tr></table>");
        assertThat(text).hasToString("电压 | 距离\n10 kV | 0.7 m");
        assertThat(codes(text)).containsExactly("CHANGED TABLE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script>alert(1)</script>文 | LOST SCRIPT",
                "<video src='a.mp4'>x</video>文 | LOST MEDIA",
                "<iframe src='https://example.org'></iframe>文 | LOST MEDIA",
                "<svg><text>x</text></svg>文 | LOST MEDIA",
                "<a href='https://example.org'>文</a> | LOST LINK",
                "<b>文</b> | LOST FORMATTING",
                "<span style='color:red'>文</span> | LOST FORMATTING",
                "<span class='multilang' lang='en'>text</span><span class='multilang' lang='zh_cn'>文</span> | LOST LANGUAGES"
            })
    void whatPlainTextCannotShowIsNoted(String html, String note) {
        ReadableText text = HtmlText.of(html);
        assertThat(text).hasToString("文");
        assertThat(codes(text)).containsExactly(note);
    }

    @Test
    void picturesAreListedWithTheirWords() {
        assertThat(HtmlText.of("图<img src='a.png' alt=' 甲 '><object type='image/svg+xml' data='b.svg'>x</object>")
                        .images())
                .containsExactly(new ReadableText.Image("a.png", "甲"), new ReadableText.Image("b.svg", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<b>x", "<div>x", "<ul><li>x", "<table><tr><td>x", "<math><msup><mi>x", "&nbsp;", "<p>", "\\("})
    void markupThatIsMeantToBeSlowIsRead(String part) {
        String html = part.repeat(ReadLimits.LONGEST_MARKUP / part.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> plain(html));
    }

    private static String plain(String html) {
        return HtmlText.of(html).toString();
    }

    private static List<String> codes(ReadableText text) {
        return text.notes().stream()
                .map(note -> note.kind() + " " + note.code())
                .toList();
    }
}
