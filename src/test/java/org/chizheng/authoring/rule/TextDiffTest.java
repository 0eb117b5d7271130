package org.chizheng.authoring.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

import org.chizheng.authoring.rule.TextDiff.Kind;
import org.chizheng.authoring.rule.TextDiff.Piece;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class TextDiffTest {
    @Property
    void thePiecesMakeBothTexts(
            @ForAll @Chars({'电', '工', '证', 'a', '1', ' ', '。'}) @StringLength(max = 40) String before,
            @ForAll @Chars({'电', '工', '证', 'a', '1', ' ', '。'}) @StringLength(max = 40) String after) {
        List<Piece> pieces = TextDiff.of(before, after);
        assertThat(without(pieces, Kind.ADDED)).isEqualTo(before);
        assertThat(without(pieces, Kind.REMOVED)).isEqualTo(after);
    }

    @Property
    void theSameTextHasNoChange(@ForAll @StringLength(max = 60) String text) {
        assertThat(TextDiff.of(text, text)).allMatch(piece -> piece.kind() == Kind.SAME);
    }

    @Test
    void aCharacterThatWasAddedIsMarkedAlone() {
        assertThat(TextDiff.of("应当戴绝缘手套", "应当佩戴绝缘手套"))
                .containsExactly(new Piece(Kind.SAME, "应当"), new Piece(Kind.ADDED, "佩"), new Piece(Kind.SAME, "戴绝缘手套"));
    }

    @Test
    void aNumberIsOneWord() {
        assertThat(TextDiff.of("不大于4Ω", "不大于10Ω"))
                .containsExactly(
                        new Piece(Kind.SAME, "不大于"),
                        new Piece(Kind.REMOVED, "4"),
                        new Piece(Kind.ADDED, "10"),
                        new Piece(Kind.SAME, "Ω"));
    }

    @Test
    void aRewrittenPhraseIsReadAsOne() {
        assertThat(TextDiff.of("先停电后验电", "先断电再验电"))
                .containsExactly(
                        new Piece(Kind.SAME, "先"),
                        new Piece(Kind.REMOVED, "停电后"),
                        new Piece(Kind.ADDED, "断电再"),
                        new Piece(Kind.SAME, "验电"));
    }

    @Test
    void aHugeTextThatIsAnotherIsWrittenAnew() {
        List<Piece> pieces = TextDiff.of("甲".repeat(2100), "乙".repeat(2100));
        assertThat(pieces).extracting(Piece::kind).containsExactly(Kind.REMOVED, Kind.ADDED);
    }

    private static String without(List<Piece> pieces, Kind kind) {
        return pieces.stream()
                .filter(piece -> piece.kind() != kind)
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
