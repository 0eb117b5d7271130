package org.chizheng.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.chizheng.bank.FigureFile;
import org.chizheng.bank.FigureUpload;
import org.junit.jupiter.api.Test;

/** Pictures of files are taken as the page takes those that are uploaded by hand. */
class TakenPictureTest {
    @Test
    void aJpegIsWrittenAnewAndKeepsNothingButThePicture() {
        byte[] jpeg = AnyItems.picture("jpg", 300, 200, 20);
        byte[] with = Arrays.copyOf(jpeg, jpeg.length + 20);
        System.arraycopy("<script>x()</script>".getBytes(UTF_8), 0, with, jpeg.length, 20);
        TakenPicture taken = TakenPicture.of(with);
        assertThat(taken.fault()).isEmpty();
        assertThat(taken.renewed()).isTrue();
        assertThat(taken.size()).isEqualTo("300 × 200");
        assertThat(new String(taken.figure().bytes(), ISO_8859_1)).doesNotContain("script");
    }

    @Test
    void aPhotoIsMadeSmallEnoughToBeKept() {
        TakenPicture taken = TakenPicture.of(AnyItems.picture("jpg", 3200, 1600, 32));
        assertThat(taken.size()).isEqualTo("1600 × 800");
        assertThat(taken.figure().bytes().length).isLessThanOrEqualTo(FigureFile.LARGEST);
    }

    @Test
    void aPngThatCanBeKeptStaysAsItIsAndALargerOneIsWrittenAnew() {
        assertThat(TakenPicture.of(AnyItems.png().bytes()).figure().bytes())
                .isEqualTo(AnyItems.png().bytes());
        byte[] large = AnyItems.picture("png", 1600, 800, 16);
        assertThat(large.length).isGreaterThan(FigureFile.LARGEST);
        TakenPicture taken = TakenPicture.of(large);
        assertThat(taken.renewed()).isTrue();
        assertThat(taken.figure().bytes().length).isLessThanOrEqualTo(FigureFile.LARGEST);
    }

    @Test
    void whatIsRefusedIsRefusedWithWhatIsWrong() {
        assertThat(TakenPicture.of(Arrays.copyOf(AnyItems.picture("jpg", 300, 200, 4), 60))
                        .fault())
                .isEqualTo("JPEG / PNG");
        byte[] tooLarge = Arrays.copyOf(AnyItems.picture("jpg", 30, 20, 4), FigureUpload.LARGEST_UPLOAD + 1);
        assertThat(TakenPicture.of(tooLarge).fault()).isEqualTo(tooLarge.length + " B");
        assertThat(TakenPicture.of(AnyItems.picture("jpg", 6001, 10, 10)).fault())
                .isEqualTo("6001 × 10");
        assertThat(TakenPicture.of(AnyItems.picture("gif", 30, 20, 4)).figure()).isNull();
        assertThat(TakenPicture.of(new byte[0]).fault()).isEqualTo("0 B");
    }
}
