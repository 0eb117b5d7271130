package org.chizheng.exchange.qti;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.chizheng.exchange.ItemParts;
import org.chizheng.exchange.XmlElement;

/**
 * Which choices are right, as the item declares them and scores them: by a correct response, by a mapping of choices to points, or both. Where the two contradict each other
 * nobody can say what is right, and the item is refused.
 */
final class QtiKey {
    /** Templates that compare with the correct response; CC2 are those of Common Cartridge. */
    private static final Set<String> MATCHING = Set.of("match_correct", "CC2_match", "CC2_match_basic");

    private static final Set<String> MAPPING = Set.of("map_response", "CC2_map_response");
    /** Rules of which an item that spells a template out is made. */
    private static final Set<String> PLAIN_RULES = Set.of(
            "responseProcessing",
            "responseCondition",
            "responseIf",
            "responseElse",
            "match",
            "isNull",
            "variable",
            "correct",
            "setOutcomeValue",
            "baseValue",
            "mapResponse");

    private final XmlElement root;
    private final ItemParts item;
    private final List<String> choices;
    private final Optional<XmlElement> declaration;

    QtiKey(XmlElement root, XmlElement interaction, ItemParts item) {
        this.root = root;
        this.item = item;
        this.choices = interaction.children("simpleChoice").stream()
                .map(choice -> choice.attribute("identifier"))
                .toList();
        this.declaration = root.children("responseDeclaration").stream()
                .filter(said -> said.attribute("identifier").equals(interaction.attribute("responseIdentifier")))
                .findFirst();
    }

    boolean several() {
        return declaration
                .filter(said -> said.attribute("cardinality").equals("multiple"))
                .isPresent();
    }

    /** Identifiers of the right choices; none when the item is refused. */
    Set<String> rights() {
        item.several(several());
        if (new HashSet<>(choices).size() < choices.size()) {
            item.refused("SAME_IDENTIFIERS", String.join(", ", choices));
        }
        String cardinality =
                declaration.map(said -> said.attribute("cardinality")).orElse("");
        if (!cardinality.equals("single") && !several()) {
            item.refused("NO_KEY", cardinality);
            return Set.of();
        }
        Set<String> correct = declaration.stream()
                .flatMap(said -> said.children("correctResponse").stream())
                .flatMap(said -> said.children("value").stream())
                .map(value -> value.text().strip())
                .collect(Collectors.toSet());
        if (!choices.containsAll(correct)) {
            item.refused("NO_KEY", String.join(", ", correct));
        }
        return scored(correct, points());
    }

    private Set<String> scored(Set<String> correct, Map<String, Double> points) {
        boolean mapped = isMapped();
        if (points.isEmpty() || !mapped && !correct.isEmpty()) {
            if (!points.isEmpty()) {
                item.lost("UNUSED_MAPPING", points.toString());
            }
            return correct;
        }
        double most =
                points.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        Set<String> paid = new TreeSet<>();
        points.forEach((choice, point) -> {
            if (point > 0 && (several() || point == most)) {
                paid.add(choice);
            }
        });
        if (!correct.isEmpty() && !correct.equals(paid)) {
            item.refused("KEY_CONFLICT", correct + " ≠ " + points);
        }
        if (several()) {
            item.changed("PARTS_SCORED", points.toString());
        } else if (points.values().stream().anyMatch(point -> point > 0 && point < most || point < 0)) {
            item.changed("PARTIAL_CREDIT", points.toString());
        }
        return paid;
    }

    /** Points of each choice where there is a mapping. */
    private Map<String, Double> points() {
        Map<String, Double> points = new LinkedHashMap<>();
        declaration.flatMap(said -> said.child("mapping")).ifPresent(mapping -> {
            double other = number(mapping.attribute("defaultValue"));
            choices.forEach(choice -> points.put(choice, other));
            mapping.children("mapEntry")
                    .forEach(entry -> points.computeIfPresent(
                            entry.attribute("mapKey"), (key, before) -> number(entry.attribute("mappedValue"))));
        });
        return points;
    }

    private double number(String said) {
        try {
            double number = said.isEmpty() ? 0 : Double.parseDouble(said);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            item.refused("BAD_SHARE", said);
            return 0;
        }
        item.refused("BAD_SHARE", said);
        return 0;
    }

    private boolean isMapped() {
        Optional<XmlElement> processing = root.child("responseProcessing");
        String template = processing
                .map(said -> said.attribute("template").replaceAll(".*/|\\.xml$", ""))
                .orElse("");
        if (MAPPING.contains(template)) {
            return true;
        }
        if (MATCHING.contains(template) || processing.isEmpty()) {
            return false;
        }
        List<XmlElement> rules = processing.get().all().toList();
        boolean ownValue = rules.stream()
                .anyMatch(rule ->
                        rule.name().equals("match") && rule.child("baseValue").isPresent());
        boolean plain = rules.size() > 1 && rules.stream().map(XmlElement::name).allMatch(PLAIN_RULES::contains);
        if (!plain || ownValue) {
            item.changed("CUSTOM_SCORING", template);
        }
        return rules.stream().anyMatch(rule -> rule.name().equals("mapResponse"));
    }
}
