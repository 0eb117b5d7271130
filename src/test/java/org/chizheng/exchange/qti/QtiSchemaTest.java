package org.chizheng.exchange.qti;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.chizheng.exchange.AnyItems;
import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.Written;
import org.chizheng.exchange.XmlElement;
import org.chizheng.exchange.XmlFile;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What the schemas of QTI 3.0 ask of what we write: which elements may stand where and in what order, and which attributes must be there. Held against the types
 * AssessmentItemDType, ResponseDeclarationDType, OutcomeDeclarationDType, ItemBodyDType, ChoiceInteractionDType, SimpleChoiceDType, ImgDType and ModalFeedbackDType of the ASI schema,
 * and Manifest.Type, Resource.Type and Dependency.Type of the package schema imsqtiv3p0_imscpv1p2_v1p0.xsd.
 */
class QtiSchemaTest {
    /** Children of each element in the order of its sequence; an element that is not named here has none. */
    private static final Map<String, List<String>> SEQUENCES = Map.ofEntries(
            Map.entry(
                    "qti-assessment-item",
                    List.of(
                            "qti-context-declaration",
                            "qti-response-declaration",
                            "qti-outcome-declaration",
                            "qti-template-declaration",
                            "qti-template-processing",
                            "qti-assessment-stimulus-ref",
                            "qti-companion-materials-info",
                            "qti-stylesheet",
                            "qti-item-body",
                            "qti-catalog-info",
                            "qti-response-processing",
                            "qti-modal-feedback")),
            Map.entry(
                    "qti-response-declaration",
                    List.of("qti-default-value", "qti-correct-response", "qti-mapping", "qti-area-mapping")),
            Map.entry("qti-outcome-declaration", List.of("qti-default-value", "qti-match-table")),
            Map.entry("qti-correct-response", List.of("qti-value")),
            Map.entry("qti-default-value", List.of("qti-value")),
            Map.entry("qti-choice-interaction", List.of("qti-prompt", "qti-simple-choice")),
            Map.entry("qti-modal-feedback", List.of("qti-stylesheet", "qti-content-body", "qti-catalog-info")),
            Map.entry("manifest", List.of("metadata", "organizations", "resources")),
            Map.entry("resources", List.of("resource")),
            Map.entry("resource", List.of("metadata", "file", "dependency", "variant")));

    /** Elements whose children may stand in any order. */
    private static final Map<String, Set<String>> CHOICES = Map.of(
            "qti-item-body", Set.of("p", "qti-choice-interaction"),
            "qti-content-body", Set.of("p", "br"),
            "qti-simple-choice", Set.of("br"),
            "p", Set.of("br", "img"));

    private static final Map<String, Set<String>> REQUIRED = Map.of(
            "qti-assessment-item", Set.of("identifier", "title", "time-dependent"),
            "qti-response-declaration", Set.of("identifier", "cardinality"),
            "qti-outcome-declaration", Set.of("identifier", "cardinality"),
            "qti-choice-interaction", Set.of("response-identifier"),
            "qti-simple-choice", Set.of("identifier"),
            "qti-modal-feedback", Set.of("outcome-identifier", "show-hide", "identifier"),
            "img", Set.of("src", "alt"),
            "resource", Set.of("identifier", "type"),
            "file", Set.of("href"),
            "dependency", Set.of("identifierref"));

    private static final Set<String> RESOURCE_TYPES = Set.of("imsqti_item_xmlv3p0", "webcontent");

    @Property(tries = 200)
    void everyItemHasItsElementsInTheOrderOfTheSchemaAndTheirAttributes(@ForAll("items") List<ExchangedItem> items)
            throws UnreadableFile {
        Map<String, byte[]> files = written(items);
        assertThat(files).containsKey("imsmanifest.xml");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().startsWith("items/")) {
                XmlElement root = parsed(file.getValue());
                assertThat(root.namespace()).isEqualTo("http://www.imsglobal.org/xsd/imsqtiasi_v3p0");
                root.all().forEach(element -> {
                    assertThat(element.namespace()).isEqualTo(root.namespace());
                    mustHoldItsChildrenAndAttributes(element);
                });
                assertThat(root.child("qti-item-body").orElseThrow().children())
                        .as("a body is never empty")
                        .isNotEmpty();
                root.all()
                        .filter(element -> !element.attribute("identifier").isEmpty())
                        .forEach(element -> mustBeName(element.attribute("identifier")));
                root.all()
                        .filter(element -> element.name().equals("img"))
                        .forEach(image -> assertThat(image.attribute("width") + image.attribute("height"))
                                .matches("\\d{2,}"));
            }
        }
    }

    @Property(tries = 200)
    void theManifestNamesEveryFileOnceAndItsIdentifiersAreUnique(@ForAll("items") List<ExchangedItem> items)
            throws UnreadableFile {
        mustBeAManifest(written(items));
    }

    /** The manifest's own identifier, and those that we give to images and to items without a name, are of the same type ID. */
    @Example
    void aNameThatTheManifestUsesItselfIsNotTakenTwice() throws UnreadableFile {
        List<ExchangedItem> items = new ArrayList<>();
        ExchangedItem pictured = AnyItems.items(true)
                .filter(some -> some.get(0).draft().figure() != null)
                .sample()
                .get(0);
        String digest = pictured.draft().figure().digest();
        for (String name : List.of("chizheng-bank", "image-" + digest.substring(0, 58), "item-2", "a", "A", "1", "")) {
            items.add(new ExchangedItem("", name, pictured.draft(), List.of()));
        }
        mustBeAManifest(written(items));
    }

    private static void mustBeAManifest(Map<String, byte[]> files) throws UnreadableFile {
        XmlElement manifest = parsed(files.get("imsmanifest.xml"));
        assertThat(manifest.children().stream().map(XmlElement::name))
                .containsExactly("metadata", "organizations", "resources");
        assertThat(manifest.textAt("metadata", "schema")).isEqualTo("QTI Package");
        assertThat(manifest.textAt("metadata", "schemaversion")).isEqualTo("3.0.0");
        List<String> identifiers = new ArrayList<>(List.of(manifest.attribute("identifier")));
        List<String> named = new ArrayList<>(List.of("imsmanifest.xml"));
        List<XmlElement> resources = manifest.child("resources").orElseThrow().children();
        for (XmlElement resource : resources) {
            mustHoldItsChildrenAndAttributes(resource);
            assertThat(resource.attribute("type")).isIn(RESOURCE_TYPES);
            assertThat(resource.children("file")).isNotEmpty();
            resource.children("file").forEach(file -> named.add(file.attribute("href")));
            identifiers.add(resource.attribute("identifier"));
        }
        assertThat(identifiers).doesNotHaveDuplicates().allSatisfy(QtiSchemaTest::mustBeName);
        assertThat(named).containsExactlyInAnyOrderElementsOf(files.keySet());
        resources.stream()
                .flatMap(resource -> resource.children("dependency").stream())
                .forEach(dependency -> assertThat(identifiers).contains(dependency.attribute("identifierref")));
        manifest.all()
                .filter(element -> element.name().equals("classification"))
                .forEach(classification -> assertThat(
                                classification.children().stream().map(XmlElement::name))
                        .containsExactly("purpose", "taxonPath"));
    }

    private static void mustHoldItsChildrenAndAttributes(XmlElement element) {
        List<String> names = element.children().stream().map(XmlElement::name).toList();
        List<String> sequence = SEQUENCES.getOrDefault(element.name(), List.of());
        if (CHOICES.containsKey(element.name())) {
            assertThat(CHOICES.get(element.name())).as(element.name()).containsAll(names);
        } else {
            assertThat(sequence).as(element.name()).containsAll(names);
            assertThat(names.stream().map(sequence::indexOf)).as(element.name()).isSorted();
        }
        REQUIRED.getOrDefault(element.name(), Set.of())
                .forEach(attribute -> assertThat(element.attributes()).containsKey(attribute));
    }

    /** NCName, as far as we write it. */
    private static void mustBeName(String identifier) {
        assertThat(identifier).matches("[A-Za-z_][A-Za-z0-9._-]*");
    }

    private static XmlElement parsed(byte[] file) throws UnreadableFile {
        return XmlFile.parse(new String(file, UTF_8));
    }

    private static Map<String, byte[]> written(List<ExchangedItem> items) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(Written.write(new QtiWriter(), items)), UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return files;
    }

    @Provide
    Arbitrary<List<ExchangedItem>> items() {
        return AnyItems.items(true);
    }
}
