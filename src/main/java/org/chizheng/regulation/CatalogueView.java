package org.chizheng.regulation;

import java.time.LocalDate;
import java.util.List;

/** One version of a catalogue: operation items by category, or industry types. until is exclusive, null while in force. */
public record CatalogueView(
        String code,
        String zh,
        String en,
        LocalDate from,
        LocalDate until,
        String mark,
        String source,
        List<Category> categories,
        List<Industry> industries) {
    public CatalogueView {
        categories = List.copyOf(categories);
        industries = List.copyOf(industries);
    }

    /** A category; the one for later designations has no items yet. */
    public record Category(String code, String zh, String en, List<Item> items) {
        public Category {
            items = List.copyOf(items);
        }
    }

    /** An operation item. */
    public record Item(String code, String zh, String en) {}

    /** An industry type of principals and managers; mandatory: a certificate is required by law before taking the post. */
    public record Industry(String code, String zh, String en, boolean mandatory, String mark) {
        public boolean provisional() {
            return mark.equals("UNCERTAIN");
        }
    }

    public boolean provisional() {
        return mark.equals("UNCERTAIN");
    }

    public long filledCategories() {
        return categories.stream()
                .filter(category -> !category.items().isEmpty())
                .count();
    }

    public int items() {
        return categories.stream().mapToInt(category -> category.items().size()).sum();
    }
}
