package org.chizheng.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.chizheng.bank.Revision;
import org.chizheng.paper.ProvableDraw.Form;
import org.chizheng.paper.ProvableDraw.Place;

/** Turns a form into what is delivered and what is kept back. */
final class Freezer {
    private static final Map<String, Integer> TRUE_FALSE_PLACE = Map.of("正确", 0, "错误", 1);

    private Freezer() {}

    record Frozen(PaperView view, List<KeyEntry> key) {}

    /** @param pool to which the form's numbers point */
    static Frozen freeze(String title, Form form, List<Revision> pool) {
        List<PaperView.ItemView> items = new ArrayList<>();
        List<KeyEntry> key = new ArrayList<>();
        int points = 0;
        for (Place place : form.places()) {
            Revision revision = pool.get(place.item());
            int no = items.size() + 1;
            List<Revision.Option> shown = shown(revision, place.options());
            List<PaperView.OptionView> options = new ArrayList<>();
            List<String> right = new ArrayList<>();
            for (Revision.Option option : shown) {
                String id = String.valueOf(options.size() + 1);
                options.add(new PaperView.OptionView(id, option.text()));
                if (option.right()) {
                    right.add(id);
                }
            }
            items.add(new PaperView.ItemView(
                    no, revision.type(), place.points(), revision.stem(), figure(revision.figure()), options));
            key.add(new KeyEntry(no, revision.chapter(), revision.type(), place.points(), right));
            points += place.points();
        }
        return new Frozen(new PaperView(title, points, items), key);
    }

    private static PaperView.FigureView figure(Revision.Picture picture) {
        return picture == null
                ? null
                : new PaperView.FigureView(picture.digest(), picture.alt(), picture.width(), picture.height());
    }

    private static List<Revision.Option> shown(Revision revision, List<Integer> order) {
        if (revision.type().equals("TRUE_FALSE")) {
            return revision.options().stream()
                    .sorted(java.util.Comparator.comparing(option -> TRUE_FALSE_PLACE.get(option.text())))
                    .toList();
        }
        return order.stream().map(revision.options()::get).toList();
    }
}
