package org.chizheng.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Chooses the one picture that an item of ours can have and says what became of the others. A picture on the web is never fetched. */
public final class Pictures {
    private Pictures() {}

    /** @param files bytes of a picture by how the text calls it, empty if the file does not hold it */
    public static void stem(ItemParts item, List<ReadableText.Image> images, Function<String, Optional<byte[]>> files) {
        for (ReadableText.Image image : images) {
            String name = shown(image.source());
            if (item.hasFigure()) {
                item.lost("SECOND_FIGURE", name);
                continue;
            }
            if (image.source().matches("(?i)(https?:)?//.*")) {
                item.lost("FIGURE_OUTSIDE", name);
                continue;
            }
            Optional<byte[]> bytes =
                    image.source().startsWith("data:") ? written(image.source()) : files.apply(image.source());
            if (bytes.isEmpty()) {
                item.lost("FIGURE_MISSING", name);
            } else {
                take(item, name, image.alt(), bytes.get());
            }
        }
    }

    /** Pictures in an option: only its words can be kept, so it is no option when there are none. */
    public static void option(ItemParts item, String text, List<ReadableText.Image> images) {
        if (!images.isEmpty() && text.isEmpty()) {
            item.refused("OPTION_IS_FIGURE", shown(images.get(0).source()));
        } else {
            images.forEach(image -> item.lost("OPTION_FIGURE", shown(image.source())));
        }
    }

    public static void explanation(ItemParts item, List<ReadableText.Image> images) {
        images.forEach(image -> item.lost("EXPLANATION_FIGURE", shown(image.source())));
    }

    private static void take(ItemParts item, String name, String alt, byte[] bytes) {
        TakenPicture taken = TakenPicture.of(bytes);
        if (!taken.fault().isEmpty()) {
            item.lost("FIGURE_REFUSED", name + ": " + taken.fault());
            return;
        }
        item.figure(taken.figure(), alt);
        if (taken.renewed()) {
            item.changed("FIGURE_RENEWED", name + ": " + taken.size());
        }
    }

    private static String shown(String source) {
        return source.startsWith("data:") ? source.substring(0, Math.min(24, source.length())) + "…" : source;
    }

    /** A picture written into the text itself (RFC 2397). */
    private static Optional<byte[]> written(String uri) {
        int comma = uri.indexOf(',');
        if (comma < 0) {
            return Optional.empty();
        }
        String data = uri.substring(comma + 1);
        return uri.substring(0, comma).endsWith(";base64") ? base64(data) : Optional.of(unescape(data));
    }

    /** @return empty if it is not base64 */
    public static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text.replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Undoes percent signs (RFC 3986); one that is not followed by two digits stands for itself. */
    public static byte[] unescape(String text) {
        byte[] in = text.getBytes(UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        for (int i = 0; i < in.length; i++) {
            int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
            if (low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(in[i]);
            }
        }
        return out.toByteArray();
    }
}
