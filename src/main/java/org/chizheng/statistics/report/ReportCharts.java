package org.chizheng.statistics.report;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

import org.chizheng.common.document.TaggedCanvas;
import org.chizheng.common.document.TaggedCanvas.Point;
import org.chizheng.common.document.TaggedCanvas.Side;
import org.chizheng.common.document.TaggedSheet;
import org.chizheng.common.document.TaggedSheet.Words;

/** The charts of a report: vectors in grey, told apart by form and words, with all they show in their alternative. */
final class ReportCharts {
    private static final float COURSE_HEIGHT = 150;
    private static final float LEFT = 40;
    private static final float BELOW = 22;
    private static final float ABOVE = 14;
    private static final float WORD = 7.5f;
    private static final float AXIS = 0.55f;
    private static final float GRID = 0.85f;
    private static final float BAR = 0.6f;
    private static final float MARK = 4;
    private static final float ROW = 15;
    private static final float NAMES = 92;
    private static final float VALUES = 42;
    private static final float WHOLE = 100;

    private ReportCharts() {}

    /** Month by month; the axis begins at a multiple of ten below the lowest. */
    static void course(TaggedSheet sheet, List<ReportFacts.Month> months) throws IOException {
        String told = months.stream()
                .map(one -> one.month() + " " + told(one.getPercent()))
                .collect(Collectors.joining("; "));
        sheet.figure(ReportWords.of("course_alt", told), COURSE_HEIGHT, canvas -> course(canvas, months));
    }

    private static void course(TaggedCanvas canvas, List<ReportFacts.Month> months) throws IOException {
        float low = (float) months.stream()
                .filter(one -> one.getPercent() != null)
                .mapToDouble(one -> Math.floor((Double.parseDouble(one.getPercent()) - 1) / 10) * 10)
                .min()
                .orElse(0);
        float from = Math.max(0, Math.min(low, 90));
        float high = COURSE_HEIGHT - BELOW - ABOVE;
        for (int i = 0; i <= 5; i++) {
            float percent = from + (WHOLE - from) * i / 5;
            float y = BELOW + high * i / 5;
            canvas.line(new Point(LEFT, y), new Point(TaggedSheet.WIDTH, y), 0.5f, i == 0 ? AXIS : GRID);
            canvas.words(trimmed(percent) + "%", new Point(LEFT - 4, y - 2.5f), WORD, Side.LEFT_OF);
        }
        float step = (TaggedSheet.WIDTH - LEFT) / months.size();
        Point before = null;
        for (int i = 0; i < months.size(); i++) {
            float x = LEFT + step * (i + 0.5f);
            canvas.words(months.get(i).month().toString(), new Point(x, 8), WORD, Side.ABOUT);
            Point at = at(months.get(i), x, from, high);
            if (at != null && before != null) {
                canvas.line(before, at, 1.2f, 0);
            }
            before = at;
        }
        for (int i = 0; i < months.size(); i++) {
            Point at = at(months.get(i), LEFT + step * (i + 0.5f), from, high);
            if (at != null) {
                canvas.mark(at, MARK, months.get(i).frozen());
                canvas.words(months.get(i).getPercent(), new Point(at.x(), at.y() + 5), WORD, Side.ABOUT);
            }
        }
    }

    private static Point at(ReportFacts.Month month, float x, float from, float high) {
        return month.getPercent() == null
                ? null
                : new Point(x, BELOW + high * (Float.parseFloat(month.getPercent()) - from) / (WHOLE - from));
    }

    private static String trimmed(float number) {
        return number == Math.rint(number) ? String.valueOf((int) number) : String.valueOf(number);
    }

    /** Bars from 0 to 100; the dashed line is the whole region's rate. */
    static void regions(TaggedSheet sheet, ReportFacts facts) throws IOException {
        List<ReportFacts.Line> lines = facts.regions();
        String told = lines.stream()
                .map(one -> one.zh() + " " + one.en() + " " + told(one.getPercent()))
                .collect(Collectors.joining("; "));
        Words words = ReportWords.of("regions_alt", told, told(facts.total().getPercent()));
        sheet.figure(words, ROW * lines.size() + BELOW, canvas -> regions(canvas, facts));
    }

    private static void regions(TaggedCanvas canvas, ReportFacts facts) throws IOException {
        float wide = TaggedSheet.WIDTH - NAMES - VALUES;
        float top = ROW * facts.regions().size() + BELOW - 4;
        for (int percent = 0; percent <= WHOLE; percent += 20) {
            float x = NAMES + wide * percent / WHOLE;
            canvas.line(new Point(x, BELOW - 6), new Point(x, top), 0.5f, percent == 0 ? AXIS : GRID);
            canvas.words(percent + "%", new Point(x, 6), WORD, Side.ABOUT);
        }
        float y = top;
        for (ReportFacts.Line line : facts.regions()) {
            y -= ROW;
            canvas.words(line.zh(), new Point(NAMES - 6, y + 4), WORD + 1, Side.LEFT_OF);
            if (line.getPercent() != null) {
                float length = wide * Float.parseFloat(line.getPercent()) / WHOLE;
                canvas.fill(new Point(NAMES, y + 2), length, ROW - 5, BAR);
            }
            canvas.words(told(line.getPercent()), new Point(TaggedSheet.WIDTH, y + 4), WORD + 1, Side.LEFT_OF);
        }
        if (facts.total().getPercent() != null) {
            float x = NAMES + wide * Float.parseFloat(facts.total().getPercent()) / WHOLE;
            canvas.dashed(new Point(x, BELOW - 6), new Point(x, top), 1, 0);
        }
    }

    private static String told(String percent) {
        return percent == null ? "–" : percent + "%";
    }
}
