package org.chizheng.exchange.sheet;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;

import org.chizheng.bank.Revision.Option;
import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV as it comes from all kinds of programs. */
class CsvTest {
    private static final String TEXT = "题型,题干,选项A,选项B,选项C,答案\r\n单选,\"问，题,是\"\"哪个\"\"\n（ ）\",甲,乙,丙,B\r\n判断,另一题,,,,√\r\n";
    private static final Charset GB18030 = Charset.forName("GB18030");

    private static List<ExchangedItem> read(byte[] bytes) throws Exception {
        return new CsvReader().read(Books.bytes(".csv", bytes));
    }

    private static void right(List<ExchangedItem> items) {
        assertThat(items).hasSize(2).noneMatch(ExchangedItem::refused);
        assertThat(items.get(0).draft().stem()).isEqualTo("问，题,是\"哪个\"\n（ ）");
        assertThat(items.get(0).draft().options())
                .containsExactly(new Option("甲", false), new Option("乙", true), new Option("丙", false));
        assertThat(items.get(1).place()).isEqualTo("3");
    }

    @Test
    void utf8NeedsNoMark() throws Exception {
        right(read(TEXT.getBytes(UTF_8)));
        right(read(("\ufeff" + TEXT).getBytes(UTF_8)));
        assertThat(read(TEXT.getBytes(UTF_8)).get(0).notes())
                .extracting(Note::code)
                .doesNotContain("encoding");
    }

    @Test
    void gb18030IsFoundAndSaid() throws Exception {
        List<ExchangedItem> items = read(TEXT.getBytes(GB18030));
        right(items);
        assertThat(items.get(0).notes()).contains(Note.changed("encoding", "GB18030"));
    }

    @Test
    void utf16IsFoundWithAndWithoutItsMark() throws Exception {
        for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
            right(read(("\ufeff" + TEXT).getBytes(charset)));
            right(read(TEXT.getBytes(charset)));
        }
    }

    @Test
    void aTextWithTwoReadingsIsSaidToHaveTwo() throws Exception {
        byte[] bytes = "stem,A,B,C,answer\n".getBytes(UTF_8);
        byte[] both = "Ã©,1,2,3,A\n".replace("Ã©", "\u00e9\u00e9").getBytes(UTF_8);
        byte[] all = new byte[bytes.length + both.length];
        System.arraycopy(bytes, 0, all, 0, bytes.length);
        System.arraycopy(both, 0, all, bytes.length, both.length);
        assertThat(read(all).get(0).notes()).contains(Note.changed("encoding_ambiguous", "UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void thePartingSignIsFound(String sign) throws Exception {
        String text = TEXT.replace("问，题,是", "问，题，是").replace(",", sign);
        assertThat(read(text.getBytes(UTF_8))).hasSize(2).noneMatch(ExchangedItem::refused);
    }

    @Test
    void aFormulaIsRefusedAndASignIsNot() throws Exception {
        List<ExchangedItem> items =
                read("题干,选项A,选项B,选项C,答案\n=cmd|' /C calc'!A0,甲,乙,丙,A\n最低温度,-5,+5,-10,A\n".getBytes(UTF_8));
        assertThat(items.get(0).notes()).extracting(Note::code).contains("formula");
        assertThat(items.get(1).refused()).isFalse();
        assertThat(items.get(1).draft().options().get(0)).isEqualTo(new Option("-5", true));
    }
}
