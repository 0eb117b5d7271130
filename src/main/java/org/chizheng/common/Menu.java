package org.chizheng.common;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The menu as a page shows it. Whoever has much to do finds it in groups, everybody else in one row.
 *
 * @param items all of them, in order
 * @param lone those that stand in the row by themselves
 * @param groups the others, none of them empty
 */
public record Menu(List<Item> items, List<Item> lone, List<Folder> groups) {
    /** Stands among the roles of an entry for whoever is not signed in. */
    static final String NOBODY = "-";

    /** So many find room in one row at desktop width, in both languages. */
    private static final int ONE_ROW = 9;

    /** FIRST is never folded away. */
    private enum Group {
        FIRST,
        EXAMS,
        PEOPLE,
        FIGURES,
        RULES
    }

    private record Entry(String href, String key, Group group, List<String> roles) {}

    /** Entries by role, in order: address, message key, group. Later features add theirs here by name only. */
    private static final List<Entry> ENTRIES = List.of(
            new Entry("/exam", "common_menu_exam", Group.FIRST, List.of(NOBODY)),
            new Entry("/verify", "common_menu_verify", Group.FIRST, List.of(NOBODY)),
            new Entry("/desk", "common_menu_desk", Group.FIRST, List.of("**")),
            new Entry("/my", "common_menu_my", Group.FIRST, List.of("candidate")),
            new Entry("/my/bookings", "common_menu_bookings", Group.FIRST, List.of("candidate")),
            new Entry("/my/applications", "common_menu_my_applications", Group.FIRST, List.of("candidate")),
            new Entry("/practice", "common_menu_practice", Group.FIRST, List.of("candidate")),
            new Entry(
                    "/sessions",
                    "common_menu_sessions",
                    Group.EXAMS,
                    List.of("administrator", "centre-manager", "invigilator", "certificate-officer")),
            new Entry("/results", "common_menu_results", Group.EXAMS, List.of("certificate-officer", "centre-manager")),
            new Entry("/rechecks", "common_menu_rechecks", Group.EXAMS, List.of("certificate-officer", "regulator")),
            new Entry("/integrity", "common_menu_integrity", Group.EXAMS, List.of("regulator")),
            new Entry(
                    "/statistics/exams",
                    "common_menu_exam_figures",
                    Group.EXAMS,
                    List.of("regulator", "centre-manager")),
            new Entry(
                    "/centres",
                    "common_menu_centres",
                    Group.EXAMS,
                    List.of("administrator", "centre-manager", "regulator")),
            new Entry(
                    "/practicals",
                    "common_menu_practicals",
                    Group.EXAMS,
                    List.of("administrator", "centre-manager", "invigilator", "assessor", "certificate-officer")),
            new Entry("/bookings/plan", "common_menu_plan", Group.EXAMS, List.of("centre-manager", "regulator")),
            new Entry("/enterprise/bookings", "common_menu_enterprise_bookings", Group.FIRST, List.of("employer")),
            new Entry("/applications", "common_menu_applications", Group.EXAMS, List.of("centre-manager", "regulator")),
            new Entry("/incidents", "common_menu_incidents", Group.EXAMS, List.of("regulator")),
            new Entry("/closings", "common_menu_closings", Group.EXAMS, List.of("centre-manager", "regulator")),
            new Entry(
                    "/enterprise/applications",
                    "common_menu_enterprise_applications",
                    Group.FIRST,
                    List.of("employer")),
            new Entry(
                    "/workforce",
                    "common_menu_workforce",
                    Group.PEOPLE,
                    List.of("employer", "administrator", "regulator")),
            new Entry(
                    "/training/providers", "common_menu_training", Group.PEOPLE, List.of("administrator", "regulator")),
            new Entry(
                    "/fitness/check",
                    "common_menu_bulk",
                    Group.PEOPLE,
                    List.of("employer", "administrator", "regulator")),
            new Entry(
                    "/certificates",
                    "common_menu_certificates",
                    Group.PEOPLE,
                    List.of("certificate-officer", "administrator", "regulator")),
            new Entry(
                    "/statistics/holder-rate",
                    "common_menu_statistics",
                    Group.FIGURES,
                    List.of(NOBODY, "regulator", "administrator", "employer")),
            new Entry(
                    "/statistics/forecast",
                    "common_menu_forecast",
                    Group.FIGURES,
                    List.of("regulator", "administrator")),
            new Entry(
                    "/statistics/desk", "common_menu_rate_desk", Group.FIGURES, List.of("regulator", "administrator")),
            new Entry(
                    "/statistics/reports", "common_menu_reports", Group.FIGURES, List.of("regulator", "administrator")),
            new Entry("/goals", "common_menu_goals", Group.FIGURES, List.of(NOBODY, "regulator", "administrator")),
            new Entry("/goals/worklist", "common_menu_work", Group.FIGURES, List.of("regulator")),
            new Entry("/enterprise/worklist", "common_menu_own_work", Group.FIRST, List.of("employer")),
            new Entry("/accounts", "common_menu_accounts", Group.RULES, List.of("administrator")),
            new Entry("/messages", "common_menu_messages", Group.RULES, List.of("administrator")),
            new Entry("/bank", "common_menu_bank", Group.RULES, List.of("author", "reviewer", "administrator")),
            new Entry("/regrades", "common_menu_regrades", Group.RULES, List.of("reviewer", "administrator")),
            new Entry(
                    "/regulation",
                    "common_menu_regulation",
                    Group.RULES,
                    List.of(
                            "administrator",
                            "regulator",
                            "certificate-officer",
                            "centre-manager",
                            "reviewer",
                            "author")),
            new Entry("/signing-keys", "common_menu_signing_keys", Group.RULES, List.of("administrator", "regulator")),
            new Entry("/audit", "common_menu_audit", Group.RULES, List.of("administrator", "regulator")));

    /** One entry as the template shows it; about: what it is for, in a line. */
    public record Item(String href, String label, String about, boolean current) {}

    /** Entries that belong together, under one word. */
    public record Folder(String label, List<Item> items) {
        public boolean current() {
            return items.stream().anyMatch(Item::current);
        }
    }

    /** @param holds whether whoever looks holds a role somewhere */
    static Menu of(String path, String lang, Predicate<String> holds) {
        // The nearest entry alone: /my/bookings is not /my.
        String current = ENTRIES.stream()
                .map(Entry::href)
                .filter(path::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        Map<Group, List<Item>> grouped = ENTRIES.stream()
                .filter(entry -> entry.roles().stream().anyMatch(holds))
                .collect(Collectors.groupingBy(
                        Entry::group,
                        () -> new EnumMap<>(Group.class),
                        Collectors.mapping(entry -> item(entry, lang, current), Collectors.toList())));
        List<Item> all = grouped.values().stream().flatMap(List::stream).toList();
        if (all.size() <= ONE_ROW) {
            return new Menu(all, all, List.of());
        }
        List<Item> lone = grouped.getOrDefault(Group.FIRST, List.of());
        List<Folder> folders = grouped.entrySet().stream()
                .filter(one -> one.getKey() != Group.FIRST)
                .map(one -> new Folder(Messages.get(lang, "common_menu_group_" + one.getKey()), one.getValue()))
                .toList();
        return new Menu(all, lone, folders);
    }

    private static Item item(Entry entry, String lang, String current) {
        return new Item(
                entry.href(),
                Messages.get(lang, entry.key()),
                Messages.get(lang, entry.key() + "_about"),
                entry.href().equals(current));
    }
}
