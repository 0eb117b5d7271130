package org.chizheng.exchange.qti;

import java.util.List;

import org.chizheng.bank.Figure;
import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.Revision;
import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.Markup;

/**
 * The file of one item, its elements in the order of the schema imsqti_asiv3p0_v1p0.xsd. Choices are named by number and shown in random order; several right ones count
 * only all together, which is what match_correct says.
 */
final class QtiItemXml {
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              xsi:schemaLocation="http://www.imsglobal.org/xsd/imsqtiasi_v3p0 https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd"
              identifier="%s" title="%s" adaptive="false" time-dependent="false" xml:lang="zh-CN">
            """;

    private static final String TAIL = """
              <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/>
            """;

    private final ExchangedItem item;
    private final ItemDraft draft;
    private final String name;
    private final String picture;
    private final StringBuilder xml = new StringBuilder();

    /** @param picture path of the figure in the package, empty if there is none */
    QtiItemXml(ExchangedItem item, String name, String picture) {
        this.item = item;
        this.draft = item.draft();
        this.name = name;
        this.picture = picture;
    }

    @Override
    public String toString() {
        xml.setLength(0);
        String title = item.reference().isEmpty() ? name : item.reference();
        xml.append(HEAD.formatted(name, Markup.escape(title)));
        declarations();
        body();
        xml.append(TAIL);
        if (!draft.explanation().isEmpty()) {
            xml.append("  <qti-modal-feedback outcome-identifier=\"FEEDBACK\" identifier=\"")
                    .append(QtiWriter.EXPLANATION);
            xml.append("\" show-hide=\"show\"><qti-content-body>").append(Markup.paragraphs(draft.explanation()));
            xml.append("</qti-content-body></qti-modal-feedback>\n");
        }
        return xml.append("</qti-assessment-item>\n").toString();
    }

    private void declarations() {
        List<Revision.Option> options = draft.options();
        xml.append("  <qti-response-declaration identifier=\"RESPONSE\" cardinality=\"");
        xml.append(several() ? "multiple" : "single").append("\" base-type=\"identifier\">\n");
        if (options.stream().anyMatch(Revision.Option::right)) {
            xml.append("    <qti-correct-response>");
            for (int i = 0; i < options.size(); i++) {
                xml.append(options.get(i).right() ? "<qti-value>" + choice(i) + "</qti-value>" : "");
            }
            xml.append("</qti-correct-response>\n");
        }
        xml.append("  </qti-response-declaration>\n");
        xml.append("  <qti-outcome-declaration identifier=\"SCORE\" cardinality=\"single\" base-type=\"float\"/>\n");
        if (!draft.explanation().isEmpty()) {
            xml.append(
                    "  <qti-outcome-declaration identifier=\"FEEDBACK\" cardinality=\"single\" base-type=\"identifier\">");
            xml.append("<qti-default-value><qti-value>").append(QtiWriter.EXPLANATION);
            xml.append("</qti-value></qti-default-value></qti-outcome-declaration>\n");
        }
    }

    private void body() {
        xml.append("  <qti-item-body>\n    ")
                .append(Markup.paragraphs(draft.stem()))
                .append('\n');
        Figure figure = draft.figure();
        if (figure != null) {
            xml.append("    <p><img src=\"../")
                    .append(picture)
                    .append("\" alt=\"")
                    .append(Markup.escape(draft.figureAlt()));
            xml.append("\" width=\"")
                    .append(figure.width())
                    .append("\" height=\"")
                    .append(figure.height())
                    .append("\"/></p>\n");
        }
        xml.append("    <qti-choice-interaction response-identifier=\"RESPONSE\" shuffle=\"true\" max-choices=\"");
        xml.append(several() ? 0 : 1).append("\">\n");
        for (int i = 0; i < draft.options().size(); i++) {
            xml.append("      <qti-simple-choice identifier=\"")
                    .append(choice(i))
                    .append("\">");
            xml.append(Markup.inline(draft.options().get(i).text())).append("</qti-simple-choice>\n");
        }
        xml.append("    </qti-choice-interaction>\n  </qti-item-body>\n");
    }

    private boolean several() {
        return draft.type().equals("MULTIPLE");
    }

    private static String choice(int index) {
        return "choice-" + (index + 1);
    }
}
