package org.chizheng.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of an XML file, with what stands in it.
 *
 * @param namespace empty when it has none
 * @param name without prefix
 * @param attributes by local name, those of other namespaces left out but for xml:lang
 * @param content of String and XmlElement, in the file's order
 * @param line where it begins
 */
public record XmlElement(
        String namespace, String name, Map<String, String> attributes, List<Object> content, int line) {

    /** @return empty when it does not say */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    public List<XmlElement> children() {
        return content.stream()
                .filter(XmlElement.class::isInstance)
                .map(XmlElement.class::cast)
                .toList();
    }

    public List<XmlElement> children(String wanted) {
        return children().stream().filter(child -> child.name.equals(wanted)).toList();
    }

    public Optional<XmlElement> child(String wanted) {
        return children().stream().filter(child -> child.name.equals(wanted)).findFirst();
    }

    /** Text of the first element at the end of the path, empty if there is none. */
    public String textAt(String... path) {
        Optional<XmlElement> found = Optional.of(this);
        for (String step : path) {
            found = found.flatMap(element -> element.child(step));
        }
        return found.map(XmlElement::text).orElse("");
    }

    /** All text within, as it stands. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Object part : content) {
            text.append(part instanceof XmlElement element ? element.text() : part);
        }
        return text.toString();
    }

    /** This element and all within, in the file's order. */
    public Stream<XmlElement> all() {
        List<XmlElement> found = new ArrayList<>();
        collect(found);
        return found.stream();
    }

    private void collect(List<XmlElement> found) {
        found.add(this);
        children().forEach(child -> child.collect(found));
    }
}
