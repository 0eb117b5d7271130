package org.chizheng.authoring.rule;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range that an option names: 10 m 以上, 不大于 0.5%, 5～6 cm, 十万元以上五十万元以下. A period such as 三十日内 is no range: laws mean the day itself by it.
 *
 * @param low may be negative infinity
 * @param high may be infinity
 * @param unit as written; ranges of different units are not compared
 */
record Span(double low, double high, String unit) {
    private static final String NUMBER = "((?:百分之)?[零〇一二两三四五六七八九十百千万亿]+|-?\\d+(?:\\.\\d+)?)";
    private static final String UNIT = "([^\\d~至到以及或内零〇一二两三四五六七八九十百千]{0,8}?)";
    private static final Pattern FROM = Pattern.compile(NUMBER + UNIT + "[及或]?(?:以上|以外)");
    private static final Pattern UP_TO = Pattern.compile(NUMBER + UNIT + "[及或]?以下");
    private static final Pattern AT_LEAST =
            Pattern.compile("(?:不[小少低短]于|至少|最少|[大高多]于(?:等于)?|超过|≥|>|>=)(?:或等于)?" + NUMBER + UNIT);
    private static final Pattern AT_MOST =
            Pattern.compile("(?:不[大高多长]于|不超过|至多|最多|[小低少]于(?:等于)?|不足|≤|<|<=)(?:或等于)?" + NUMBER + UNIT);
    private static final Pattern BETWEEN =
            Pattern.compile(NUMBER + UNIT + "(?:以上)?(?:[~至到]|-(?=\\d)|以上)" + NUMBER + UNIT + "(?:以下)?");

    /** Nothing if the whole option is not a range. */
    static Optional<Span> of(String option) {
        String text = Normalizer.normalize(option, Normalizer.Form.NFKC).replaceAll("\\s", "");
        Matcher between = BETWEEN.matcher(text);
        if (between.matches()) {
            String unit = between.group(4) + percent(between.group(3));
            String first = between.group(2) + percent(between.group(1));
            return first.isEmpty() || first.equals(unit)
                    ? Optional.of(new Span(number(between.group(1)), number(between.group(3)), unit))
                    : Optional.empty();
        }
        return half(FROM, text, true)
                .or(() -> half(AT_LEAST, text, true))
                .or(() -> half(UP_TO, text, false))
                .or(() -> half(AT_MOST, text, false));
    }

    private static Optional<Span> half(Pattern pattern, String text, boolean upwards) {
        Matcher found = pattern.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        double end = number(found.group(1));
        return Optional.of(new Span(
                upwards ? end : Double.NEGATIVE_INFINITY,
                upwards ? Double.POSITIVE_INFINITY : end,
                found.group(2) + percent(found.group(1))));
    }

    /** Whether they share more than an end. */
    boolean overlaps(Span other) {
        return unit.equals(other.unit) && low < other.high && other.low < high;
    }

    private static String percent(String number) {
        return number.startsWith("百分之") ? "%" : "";
    }

    private static double number(String text) {
        return Character.isDigit(text.charAt(text.length() - 1))
                ? Double.parseDouble(text)
                : chinese(text.replace("百分之", ""));
    }

    /** 一百五十万: sections of 亿 and 万, each of digits with 千, 百 and 十. */
    private static double chinese(String text) {
        double total = 0;
        double section = 0;
        double digit = 0;
        for (char c : text.toCharArray()) {
            int place = "十百千".indexOf(c);
            if (place >= 0) {
                section += (digit == 0 ? 1 : digit) * Math.pow(10, place + 1.0);
                digit = 0;
            } else if (c == '万' || c == '亿') {
                total = (total + section + digit) * (c == '万' ? 1e4 : 1e8);
                section = 0;
                digit = 0;
            } else {
                digit = c == '两' ? 2 : Math.max(0, "零一二三四五六七八九".indexOf(c));
            }
        }
        return total + section + digit;
    }
}
