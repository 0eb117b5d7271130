package org.chizheng.certificate.document;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The characters that a document shows in one typeface, numbered from 1 in the order of their first use, and the TrueType program that holds just those. A character's
 * number is its glyph's, so that the font needs no map. Written by hand since a general subsetter walks the tables of all glyphs for each document.
 */
final class FontSubset {
    private static final int SCALED = 8; // flag of a part: one scale for both directions
    private final Typeface face;
    private final Map<Integer, Integer> numbers = new LinkedHashMap<>();
    private final List<Integer> glyphs = new ArrayList<>(List.of(0));

    FontSubset(Typeface face) {
        this.face = face;
    }

    Typeface face() {
        return face;
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    boolean holds(int codePoint) {
        return numbers.containsKey(codePoint);
    }

    /** The character's number, given on first use. The typeface must have it. */
    int number(int codePoint) {
        Integer known = numbers.get(codePoint);
        if (known != null) {
            return known;
        }
        glyphs.add(face.glyph(codePoint));
        numbers.put(codePoint, glyphs.size() - 1);
        return glyphs.size() - 1;
    }

    /** Advances in thousandths of the em, for the font's W. */
    String widths() {
        StringBuilder widths = new StringBuilder("[0 [");
        for (int i = 0; i <= numbers.size(); i++) {
            widths.append(face.width(glyphs.get(i))).append(' ');
        }
        return widths.append("]]").toString();
    }

    /** The CMap that leads from numbers back to characters. */
    String toUnicode() {
        StringBuilder map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                + "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        List<Map.Entry<Integer, Integer>> all = new ArrayList<>(numbers.entrySet());
        for (int from = 0; from < all.size(); from += 100) {
            List<Map.Entry<Integer, Integer>> some = all.subList(from, Math.min(from + 100, all.size()));
            map.append(some.size()).append(" beginbfchar\n");
            some.forEach(entry -> {
                map.append('<');
                Digits.hex16(map, entry.getValue());
                map.append("> <");
                for (char unit : Character.toChars(entry.getKey())) {
                    Digits.hex16(map, unit);
                }
                map.append(">\n");
            });
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    /** Six letters that name this choice of characters. */
    String tag() {
        int hash = numbers.keySet().hashCode() & 0x7fffffff;
        StringBuilder tag = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            tag.append((char) ('A' + hash % 26));
            hash = hash / 26 + 7 * i;
        }
        return tag.toString().toUpperCase(Locale.ROOT);
    }

    /** The TrueType program. */
    byte[] program() {
        List<Integer> kept = new ArrayList<>(glyphs);
        ByteArrayOutputStream outlines = new ByteArrayOutputStream(8192);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            places.add(outlines.size());
            byte[] description = face.description(kept.get(i));
            renumber(description, kept);
            outlines.writeBytes(description);
            outlines.writeBytes(new byte[-description.length & 3]);
        }
        places.add(outlines.size());
        Map<String, byte[]> tables = new TreeMap<>();
        for (String tag : List.of("cvt ", "fpgm", "prep")) {
            byte[] table = face.table(tag);
            if (table.length > 0) {
                tables.put(tag, table);
            }
        }
        tables.put("glyf", outlines.toByteArray());
        tables.put("head", head());
        tables.put("hhea", counted("hhea", 34, kept.size()));
        tables.put("hmtx", hmtx(kept));
        tables.put("loca", loca(places));
        tables.put("maxp", counted("maxp", 4, kept.size()));
        return assembled(tables);
    }

    /** A glyph that is put together from others gets their new numbers; what is not there yet is added. */
    private static void renumber(byte[] description, List<Integer> kept) {
        if (description.length < 10 || description[0] >= 0) {
            return;
        }
        ByteBuffer parts = ByteBuffer.wrap(description);
        int at = 10;
        boolean more = true;
        for (int part = 0; more && part < 256; part++) {
            int flags = Typeface.u16(description, at);
            int glyph = Typeface.u16(description, at + 2);
            int number = kept.indexOf(glyph);
            if (number < 0) {
                kept.add(glyph);
                number = kept.size() - 1;
            }
            parts.putShort(at + 2, (short) number);
            at += 4 + ((flags & 1) != 0 ? 4 : 2);
            at += (flags & SCALED) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0;
            more = (flags & 0x20) != 0;
        }
    }

    private byte[] head() {
        byte[] head = face.table("head");
        ByteBuffer.wrap(head).putInt(8, 0).putShort(50, (short) 1);
        return head;
    }

    private byte[] counted(String tag, int at, int count) {
        byte[] table = face.table(tag);
        ByteBuffer.wrap(table).putShort(at, (short) count);
        return table;
    }

    private byte[] hmtx(List<Integer> kept) {
        ByteBuffer metrics = ByteBuffer.allocate(4 * kept.size());
        kept.forEach(glyph -> metrics.put(face.metric(glyph)));
        return metrics.array();
    }

    private static byte[] loca(List<Integer> places) {
        ByteBuffer loca = ByteBuffer.allocate(4 * places.size());
        places.forEach(loca::putInt);
        return loca.array();
    }

    private static byte[] assembled(Map<String, byte[]> tables) {
        int place = 12 + 16 * tables.size();
        int size = place;
        for (byte[] table : tables.values()) {
            size += table.length + 3 & ~3;
        }
        ByteBuffer file = ByteBuffer.allocate(size);
        int power = Integer.highestOneBit(tables.size());
        file.putInt(0x00010000).putShort((short) tables.size()).putShort((short) (16 * power));
        file.putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) (16 * (tables.size() - power)));
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            for (char letter : table.getKey().toCharArray()) {
                file.put((byte) letter);
            }
            byte[] bytes = table.getValue();
            System.arraycopy(bytes, 0, file.array(), place, bytes.length);
            file.putInt(sum(file.array(), place, bytes.length)).putInt(place).putInt(bytes.length);
            place += bytes.length + 3 & ~3;
        }
        return adjusted(file);
    }

    /** Sets the checksum of the whole file in head. */
    private static byte[] adjusted(ByteBuffer file) {
        for (int entry = 12; ; entry += 16) {
            if (file.getInt(entry) == 0x68656164) {
                file.putInt(file.getInt(entry + 8) + 8, 0xB1B0AFBA - sum(file.array(), 0, file.capacity()));
                return file.array();
            }
        }
    }

    private static int sum(byte[] bytes, int from, int length) {
        ByteBuffer words = ByteBuffer.wrap(bytes);
        int sum = 0;
        for (int at = from; at < from + length; at += 4) {
            sum += words.getInt(at);
        }
        return sum;
    }
}
