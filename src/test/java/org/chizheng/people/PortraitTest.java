package org.chizheng.people;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

import org.chizheng.common.Refused;
import org.junit.jupiter.api.Test;

class PortraitTest {
    @Test
    void whateverItsShapeItIsKeptAs413By531Pixels() throws IOException {
        for (byte[] upload : new byte[][] {
            Portraits.picture(600, 800, "png"), Portraits.picture(3000, 900, "jpg"), Portraits.picture(200, 257, "png")
        }) {
            BufferedImage kept = ImageIO.read(new ByteArrayInputStream(Portrait.of(upload)));
            assertThat(kept.getWidth()).isEqualTo(Portrait.WIDTH);
            assertThat(kept.getHeight()).isEqualTo(Portrait.HEIGHT);
        }
    }

    @Test
    void aPhotoFullOfDetailIsMadeSmallEnoughForACertificate() throws IOException {
        BufferedImage detailed = new BufferedImage(826, 1062, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int y = 0; y < detailed.getHeight(); y++) {
            for (int x = 0; x < detailed.getWidth(); x++) {
                int grey = (int) (128 + 60 * Math.sin(x / 17.0) * Math.cos(y / 23.0)) + random.nextInt(24);
                detailed.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        ByteArrayOutputStream upload = new ByteArrayOutputStream();
        ImageIO.write(detailed, "png", upload);
        assertThat(Portrait.of(upload.toByteArray()))
                .hasSizeLessThanOrEqualTo(Portrait.INTENDED_BYTES)
                .hasSizeGreaterThan(5_000);
    }

    @Test
    void nothingHiddenBehindThePictureIsKept() throws IOException {
        byte[] picture = Portraits.picture(400, 520, "jpg");
        byte[] secret = "<script>GPS 32.06,118.80</script>".getBytes(UTF_8);
        byte[] upload = Arrays.copyOf(picture, picture.length + secret.length);
        System.arraycopy(secret, 0, upload, picture.length, secret.length);
        assertThat(new String(Portrait.of(upload), ISO_8859_1)).doesNotContain("GPS", "script");
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        refused("%PDF-1.7".getBytes(UTF_8), PeopleRefusal.PHOTO_FORM);
        refused(new byte[0], PeopleRefusal.PHOTO_FORM);
        refused(Portraits.picture(400, 520, "gif"), PeopleRefusal.PHOTO_FORM);
        refused(Arrays.copyOf(Portraits.picture(400, 520, "png"), 300), PeopleRefusal.PHOTO_FORM);
    }

    @Test
    void whatIsTooSmallOrTooLargeIsRefused() throws IOException {
        refused(Portraits.picture(199, 300, "png"), PeopleRefusal.PHOTO_SIZE);
        refused(Portraits.picture(6001, 300, "png"), PeopleRefusal.PHOTO_SIZE);
        refused(new byte[Portrait.LARGEST_BYTES + 1], PeopleRefusal.PHOTO_SIZE);
    }

    private static void refused(byte[] upload, PeopleRefusal reason) {
        assertThatThrownBy(() -> Portrait.of(upload))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
