package org.chizheng.certificate.document;

import java.util.ArrayList;
import java.util.List;

/** The structure tree of a tagged document: elements in reading order, each with its marked content and children. */
final class Structure {
    private final Element document;
    private final List<Element> all = new ArrayList<>();
    private final List<List<Element>> marks = new ArrayList<>();
    private Element form;

    Structure() {
        document = new Element("Document", null, "");
    }

    /** A structure element; what it carries beside its kind is written as it stands. */
    final class Element {
        private final String kind;
        private final Element parent;
        private final String entries;
        private final List<Object> kids = new ArrayList<>();
        private int page = -1;
        private int number;

        private Element(String kind, Element parent, String entries) {
            this.kind = kind;
            this.parent = parent;
            this.entries = entries;
            all.add(this);
        }

        Element add(String childsKind) {
            return add(childsKind, "");
        }

        Element add(String childsKind, String childsEntries) {
            Element child = new Element(childsKind, this, childsEntries);
            kids.add(child);
            return child;
        }

        /** An English run within a Chinese document. */
        Element english() {
            return add("Span", "/Lang (en) ");
        }

        Element header() {
            return add("TH", "/A << /O /Table /Scope /Row >> ");
        }

        /** @param box on its page, in points */
        Element figure(String alternative, String box) {
            return add(
                    "Figure",
                    "/Alt " + PdfFile.text(alternative) + " /A << /O /Layout /Placement /Block /BBox " + box + " >> ");
        }

        String kind() {
            return kind;
        }

        /** @return the number of a new piece of marked content on the page */
        int mark(int onPage) {
            while (marks.size() <= onPage) {
                marks.add(new ArrayList<>());
            }
            page = onPage;
            int number = marks.get(onPage).size();
            marks.get(onPage).add(this);
            kids.add(number);
            return number;
        }

        private String body(int root, List<Integer> pages, int widget) {
            StringBuilder body =
                    new StringBuilder(160).append("<< /Type /StructElem /S /").append(kind);
            body.append(" /P ")
                    .append(parent == null ? root : parent.number)
                    .append(" 0 R ")
                    .append(entries);
            if (page >= 0) {
                body.append("/Pg ").append(pages.get(page)).append(" 0 R ");
            }
            body.append("/K [");
            for (Object kid : kids) {
                if (kid instanceof Element element) {
                    body.append(element.number).append(" 0 R ");
                } else {
                    body.append(kid).append(' ');
                }
            }
            if (this == form) {
                body.append("<< /Type /OBJR /Obj ").append(widget).append(" 0 R >>");
            }
            return body.append("] >>").toString();
        }
    }

    Element document() {
        return document;
    }

    /** The element of the signature field, which stands on the first page. */
    void form(String alternative) {
        form = document.add("Form", "/Alt " + PdfFile.text(alternative) + " ");
        form.page = 0;
    }

    /** The key of the signature field in the parent tree; pages have 0 and up. */
    int widgetKey() {
        return marks.size();
    }

    /** @return the number of the tree's root */
    int write(PdfFile file, List<Integer> pages, int widget) {
        int root = file.reserve();
        all.forEach(element -> element.number = file.reserve());
        all.forEach(element -> file.write(element.number, element.body(root, pages, widget)));
        StringBuilder body = new StringBuilder("<< /Type /StructTreeRoot /K [")
                .append(document.number)
                .append(" 0 R] /ParentTreeNextKey ")
                .append(marks.size() + 1)
                .append(" /ParentTree << /Nums [");
        for (int page = 0; page < marks.size(); page++) {
            body.append(page).append(" [");
            marks.get(page).forEach(element -> body.append(element.number).append(" 0 R "));
            body.append("] ");
        }
        body.append(widgetKey()).append(' ').append(form.number).append(" 0 R] >> >>");
        file.write(root, body);
        return root;
    }
}
