package org.chizheng.exchange.qti;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.ItemParts;
import org.chizheng.exchange.Pictures;
import org.chizheng.exchange.ReadLimits;
import org.chizheng.exchange.TextFile;
import org.chizheng.exchange.Tidy;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.XmlElement;
import org.chizheng.exchange.XmlFile;

/** A content package: the manifest says which of its files are items. */
final class QtiPackage {
    private static final String MANIFEST = "imsmanifest.xml";
    private final Map<String, byte[]> files;
    private final List<ExchangedItem> items = new ArrayList<>();

    QtiPackage(Map<String, byte[]> files) {
        this.files = files;
    }

    /** @throws UnreadableFile NO_MANIFEST, NO_ITEMS, TOO_MANY_ITEMS, PATH, or if any XML file of it is hostile */
    List<ExchangedItem> items() throws UnreadableFile {
        byte[] manifest = files.get(MANIFEST);
        if (manifest == null) {
            throw new UnreadableFile("NO_MANIFEST", "");
        }
        XmlElement root = XmlFile.parse(TextFile.decode(manifest));
        for (XmlElement resource :
                root.all().filter(e -> e.name().equals("resource")).toList()) {
            resource(resource, root.attribute("xml:base"));
            if (items.size() > ReadLimits.MOST_ITEMS) {
                throw new UnreadableFile("TOO_MANY_ITEMS", "> " + ReadLimits.MOST_ITEMS);
            }
        }
        if (items.isEmpty()) {
            throw new UnreadableFile("NO_ITEMS", "");
        }
        return items;
    }

    private void resource(XmlElement resource, String base) throws UnreadableFile {
        String type = resource.attribute("type");
        if (!type.startsWith("imsqti_")) {
            return;
        }
        String href = resource.attribute("href").isEmpty()
                ? resource.child("file").map(file -> file.attribute("href")).orElse("")
                : resource.attribute("href");
        String path = path(base + resource.attribute("xml:base"), href);
        ItemParts item = new ItemParts(path);
        item.reference(resource.attribute("identifier"));
        if (type.startsWith("imsqti_xmlv1")) {
            refuse(item, "OLD_QTI", type);
        } else if (type.contains("item")) {
            item(item, path, resource);
        } else if (type.contains("test") || type.contains("section") || type.contains("assessment")) {
            refuse(item, "TEST", type);
        }
    }

    private void refuse(ItemParts item, String code, String detail) {
        item.refused(code, detail);
        items.add(item.item());
    }

    private void item(ItemParts item, String path, XmlElement resource) throws UnreadableFile {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            refuse(item, "FILE_MISSING", path);
            return;
        }
        XmlElement root;
        try {
            root = QtiNames.older(XmlFile.parse(TextFile.decode(bytes)));
        } catch (UnreadableFile e) {
            if (!e.code().equals("NOT_XML")) {
                throw new UnreadableFile(e.code(), path + " " + e.detail());
            }
            refuse(item, "NOT_XML", e.detail());
            return;
        }
        if (!QtiNames.isItem(root)) {
            refuse(item, "NOT_QTI", root.name() + " " + root.namespace());
            return;
        }
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        new QtiMetadata(item).read(resource);
        items.add(new QtiItem(root, item, source -> picture(folder, source)).read());
    }

    private Optional<byte[]> picture(String folder, String source) {
        try {
            return Optional.ofNullable(files.get(path(folder, source)));
        } catch (UnreadableFile e) {
            return Optional.empty();
        }
    }

    /** @throws UnreadableFile PATH if it leads out of the package */
    private static String path(String folder, String href) throws UnreadableFile {
        List<String> steps = new ArrayList<>();
        String decoded = new String(Pictures.unescape(href.replaceAll("[?#].*", "")), UTF_8);
        boolean out = decoded.startsWith("/") || decoded.indexOf('\\') >= 0 || decoded.indexOf(':') >= 0;
        for (String step : (folder + decoded).split("/")) {
            if (step.equals("..")) {
                out = out || steps.isEmpty();
                steps = steps.isEmpty() ? steps : steps.subList(0, steps.size() - 1);
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        if (out) {
            throw new UnreadableFile("PATH", Tidy.detail(href));
        }
        return String.join("/", steps);
    }
}
