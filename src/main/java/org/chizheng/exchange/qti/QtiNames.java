package org.chizheng.exchange.qti;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chizheng.exchange.XmlElement;

/** QTI 3.0 says qti-choice-interaction where 2.x says choiceInteraction, and so for attributes. One reading needs one set of names: the older. */
final class QtiNames {
    private static final String NEW = "qti-";

    private QtiNames() {}

    /** The same tree with the names of QTI 2. */
    static XmlElement older(XmlElement element) {
        boolean isNew = element.name().startsWith(NEW);
        Map<String, String> attributes = new HashMap<>();
        element.attributes().forEach((name, value) -> attributes.put(isNew ? camel(name) : name, value));
        List<Object> content = new ArrayList<>();
        for (Object part : element.content()) {
            content.add(part instanceof XmlElement inner ? older(inner) : part);
        }
        String name = isNew ? camel(element.name().substring(NEW.length())) : element.name();
        return new XmlElement(element.namespace(), name, attributes, content, element.line());
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("-")) {
            camel.append(
                    camel.isEmpty() || word.isEmpty()
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }

    /** Of QTI 2.0 to 3.0; tools leave the namespace out now and then. */
    static boolean isItem(XmlElement root) {
        return root.name().equals("assessmentItem")
                && (root.namespace().isEmpty() || root.namespace().contains("imsqti"));
    }
}
