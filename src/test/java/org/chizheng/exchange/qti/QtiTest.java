package org.chizheng.exchange.qti;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;

import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.Revision;
import org.chizheng.exchange.AnyItems;
import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** QTI 2.1, 2.2 and 3.0, items and packages. */
class QtiTest {
    private static final String V21 = "http://www.imsglobal.org/xsd/imsqti_v2p1";
    private static final String V30 = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0";
    private static final String CHOICES = "<simpleChoice identifier=\"A\">甲</simpleChoice>"
            + "<simpleChoice identifier=\"B\">乙</simpleChoice><simpleChoice identifier=\"C\">丙</simpleChoice>";
    private static final String MATCH =
            "<responseProcessing template=\"http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct\"/>";
    private static final String MAP =
            "<responseProcessing template=\"http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response.xml\"/>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                V21,
                "http://www.imsglobal.org/xsd/imsqti_v2p2",
                "http://www.imsglobal.org/xsd/apip/apipv1p0/qtiitem/imsqti_v2p1"
            })
    void anItemOfAnyOlderVersionIsRead(String namespace) throws UnreadableFile {
        String xml = item("single", correct("B"), "<p>看仔细</p>" + choice("<prompt>哪一个？</prompt>" + CHOICES), MATCH)
                .replace(V21, namespace)
                .replace(" xmlns=\"\"", "");
        ExchangedItem item = one(xml);
        assertThat(item.reference()).isEqualTo("q1");
        assertThat(item.draft().type()).isEqualTo("SINGLE");
        assertThat(item.draft().stem()).isEqualTo("看仔细\n\n哪一个？");
        assertThat(Written.options(item)).containsExactly("甲", "*乙", "丙");
        assertThat(item.notes()).isEmpty();
    }

    @Test
    void anItemOfVersionThreeIsRead() throws UnreadableFile {
        ExchangedItem item = one(three("multiple", "<qti-value>A</qti-value><qti-value>C</qti-value>", ""));
        assertThat(item.draft().type()).isEqualTo("MULTIPLE");
        assertThat(item.draft().stem()).isEqualTo("哪些？");
        assertThat(Written.options(item)).containsExactly("*甲", "乙", "*丙");
        assertThat(item.notes()).isEmpty();
    }

    @Test
    void aMappingAloneIsAKey() throws UnreadableFile {
        ExchangedItem several = one(item("multiple", mapping("A=1 C=2 B=-1"), choice(CHOICES, "问"), MAP));
        assertThat(Written.options(several)).containsExactly("*甲", "乙", "*丙");
        assertThat(Written.notes(several)).containsExactly("CHANGED PARTS_SCORED");
        ExchangedItem single = one(item("single", mapping("A=1 B=0.5"), choice(CHOICES, "问"), MAP));
        assertThat(Written.options(single)).containsExactly("*甲", "乙", "丙");
        assertThat(Written.notes(single)).containsExactly("CHANGED PARTIAL_CREDIT");
    }

    @Test
    void aMappingThatIsNotUsedIsSaid() throws UnreadableFile {
        ExchangedItem item = one(item("single", correct("A") + mapping("A=1 B=0.5"), choice(CHOICES, "问"), MATCH));
        assertThat(Written.options(item)).containsExactly("*甲", "乙", "丙");
        assertThat(Written.notes(item)).containsExactly("LOST UNUSED_MAPPING");
    }

    @Test
    void aKeyThatIsNotClearIsRefused() throws UnreadableFile {
        assertRefused(item("single", correct("A") + mapping("B=1"), choice(CHOICES, "问"), MAP), "KEY_CONFLICT");
        assertRefused(item("single", mapping("A=1 B=1"), choice(CHOICES, "问"), MAP), "ANY_OF_SEVERAL");
        assertRefused(item("single", correct("Z"), choice(CHOICES, "问"), MATCH), "NO_KEY");
        assertRefused(item("single", "", choice(CHOICES, "问"), MATCH), "NO_KEY");
        assertRefused(item("ordered", correct("A"), choice(CHOICES, "问"), MATCH), "NO_KEY");
        assertRefused(item("single", correct("A"), choice(CHOICES + CHOICES, "问"), MATCH), "SAME_IDENTIFIERS");
        assertRefused(item("single", mapping("A=x"), choice(CHOICES, "问"), MAP), "BAD_SHARE");
    }

    @Test
    void aTemplateSpelledOutIsTheTemplateAndAnythingElseIsSaid() throws UnreadableFile {
        String written = "<responseProcessing><responseCondition><responseIf><match><variable identifier=\"RESPONSE\"/>"
                + "<correct identifier=\"RESPONSE\"/></match><setOutcomeValue identifier=\"SCORE\">"
                + "<baseValue baseType=\"float\">1</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>";
        assertThat(one(item("single", correct("A"), choice(CHOICES, "问"), written))
                        .notes())
                .isEmpty();
        String own = written.replace("<match>", "<member>").replace("</match>", "</member>");
        assertThat(Written.notes(one(item("single", correct("A"), choice(CHOICES, "问"), own))))
                .containsExactly("CHANGED CUSTOM_SCORING");
    }

    @ParameterizedTest
    @CsvSource({
        "<p>填<textEntryInteraction responseIdentifier='RESPONSE'/></p>,UNSUPPORTED_TYPE",
        "<extendedTextInteraction responseIdentifier='RESPONSE'/>,UNSUPPORTED_TYPE",
        "<matchInteraction responseIdentifier='RESPONSE'/>,UNSUPPORTED_TYPE",
        "<hotspotInteraction responseIdentifier='RESPONSE'/>,UNSUPPORTED_TYPE",
        "<orderInteraction responseIdentifier='RESPONSE'/>,UNSUPPORTED_TYPE",
        "<portableCustomInteraction responseIdentifier='RESPONSE'/>,UNSUPPORTED_TYPE",
        "<p>无</p>,NO_INTERACTION",
        "<choiceInteraction/><choiceInteraction/>,SEVERAL_INTERACTIONS"
    })
    void anInteractionThatWeDoNotHaveIsRefused(String body, String code) throws UnreadableFile {
        assertRefused(item("single", correct("A"), body, MATCH), code);
    }

    @Test
    void adaptiveTemplatedAndStimulusItemsAreRefused() throws UnreadableFile {
        String plain = item("single", correct("A"), choice(CHOICES, "问"), MATCH);
        assertRefused(plain.replace("adaptive=\"false\"", "adaptive=\"true\""), "ADAPTIVE");
        assertRefused(plain.replace("<itemBody>", "<templateProcessing/><itemBody>"), "TEMPLATE");
        assertRefused(
                plain.replace("<itemBody>", "<assessmentStimulusRef href='s.xml'/><itemBody>"), "STIMULUS_MISSING");
    }

    @Test
    void whatAnItemOfOursDoesNotHaveIsNamed() throws UnreadableFile {
        String choices = CHOICES.replace(
                "identifier=\"A\">", "identifier=\"A\" fixed=\"true\"><feedbackInline>好</feedbackInline>");
        String body = "<rubricBlock view=\"scorer\">评分</rubricBlock>" + choice(choices, "问") + "<p>后面</p>";
        String rest = MATCH + "<modalFeedback identifier=\"right\">对</modalFeedback><catalogInfo/><apipAccessibility/>";
        String xml = item("multiple", correct("A", "B"), body, rest)
                .replace("title=\"q1\"", "title=\"标题\" timeDependent=\"true\"")
                .replace("maxChoices=\"0\"", "maxChoices=\"2\" shuffle=\"false\"")
                .replace(
                        "<itemBody>",
                        "<outcomeDeclaration identifier=\"MAXSCORE\"><defaultValue><value>3</value></defaultValue>"
                                + "</outcomeDeclaration><stylesheet href=\"a.css\"/><itemBody>");
        ExchangedItem item = one(xml);
        assertThat(item.draft().stem()).isEqualTo("问\n\n后面");
        assertThat(Written.options(item)).containsExactly("*甲", "*乙", "丙");
        assertThat(Written.notes(item).stream().distinct())
                .containsExactlyInAnyOrder(
                        "LOST RUBRIC",
                        "CHANGED TEXT_AFTER_OPTIONS",
                        "LOST ANSWER_FEEDBACK",
                        "LOST FIXED_ORDER",
                        "LOST CHOICE_LIMIT",
                        "LOST WEIGHT",
                        "LOST STYLESHEET",
                        "LOST ITEM_FEEDBACK",
                        "LOST UNKNOWN_PART",
                        "LOST TIME_DEPENDENT",
                        "LOST NAME");
    }

    @Test
    void aPackageIsReadWithItsPicturesAndWhatTheManifestSays() throws UnreadableFile {
        ExchangedItem item = Written.read(new QtiReader(), Written.zip(packaged("../images/%E5%9B%BE.svg")))
                .get(0);
        assertThat(item.place()).isEqualTo("items/one.xml");
        assertThat(item.reference()).isEqualTo("one");
        assertThat(item.draft().figure().width()).isEqualTo(80);
        assertThat(item.draft().figureAlt()).isEqualTo("图");
        assertThat(item.draft().difficulty()).isEqualTo(3);
        assertThat(item.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.detail()).isEqualTo("keyword"));
    }

    @ParameterizedTest
    @CsvSource({
        "../../../etc/passwd,FIGURE_MISSING",
        "/etc/passwd,FIGURE_MISSING",
        "https://example.org/x.png,FIGURE_OUTSIDE"
    })
    void aPictureOutsideOfThePackageIsNeverOpened(String source, String code) throws UnreadableFile {
        ExchangedItem item =
                Written.read(new QtiReader(), Written.zip(packaged(source))).get(0);
        assertThat(item.draft().figure()).isNull();
        assertThat(Written.notes(item)).contains("LOST " + code);
    }

    @Test
    void testsOldItemsAndMissingOrBrokenFilesAreSaidOneByOne() throws UnreadableFile {
        String manifest = manifest(resource("imsqti_test_xmlv3p0", "t", "test.xml")
                + resource("imsqti_xmlv1p2", "o", "old.xml")
                + resource("imsqti_item_xmlv2p1", "m", "missing.xml")
                + resource("imsqti_item_xmlv2p1", "b", "broken.xml")
                + resource("imsqti_item_xmlv2p1", "x", "other.xml")
                + resource("webcontent", "w", "page.html")
                + resource("imsqti_item_xmlv2p1", "q1", "q1.xml"));
        List<ExchangedItem> items = Written.read(
                new QtiReader(),
                Written.zip(
                        "imsmanifest.xml",
                        manifest,
                        "broken.xml",
                        "<assessmentItem>",
                        "other.xml",
                        "<html/>",
                        "q1.xml",
                        item("single", correct("A"), choice(CHOICES, "问"), MATCH)));
        assertThat(items.stream().map(item -> String.join(",", Written.notes(item))))
                .containsExactly(
                        "REFUSED TEST",
                        "REFUSED OLD_QTI",
                        "REFUSED FILE_MISSING",
                        "REFUSED NOT_XML",
                        "REFUSED NOT_QTI",
                        "");
    }

    @Test
    void whatWeWriteIsInTheOrderOfTheSchemaAndNamesEachFile() throws Exception {
        var draft = new ItemDraft(
                "MULTIPLE",
                "02",
                1,
                "问",
                List.of(
                        new Revision.Option("甲", true),
                        new Revision.Option("乙", true),
                        new Revision.Option("丙", false)),
                "因为",
                "《法》第一条",
                AnyItems.svg(80),
                "图");
        Map<String, String> files = unzip(Written.write(
                new QtiWriter(),
                List.of(
                        new ExchangedItem("", "LVE-02-001", draft, List.of()),
                        new ExchangedItem("", "lve-02-001", draft, List.of()),
                        new ExchangedItem("", "编号 1", draft, List.of()))));
        assertThat(files.keySet().iterator().next()).isEqualTo("imsmanifest.xml");
        assertThat(files)
                .containsKeys("items/LVE-02-001.xml", "items/item-2.xml", "items/item-3.xml")
                .hasSize(5);
        String xml = files.get("items/LVE-02-001.xml");
        assertThat(xml)
                .containsSubsequence(
                        "<qti-assessment-item",
                        "time-dependent=\"false\"",
                        "<qti-response-declaration identifier=\"RESPONSE\" cardinality=\"multiple\" base-type=\"identifier\">",
                        "<qti-correct-response>",
                        "<qti-outcome-declaration identifier=\"SCORE\"",
                        "<qti-outcome-declaration identifier=\"FEEDBACK\"",
                        "<qti-item-body>",
                        "<img src=\"../images/",
                        "shuffle=\"true\" max-choices=\"0\"",
                        "<qti-response-processing template=\"https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml\"/>",
                        "<qti-modal-feedback");
        assertThat(files.get("imsmanifest.xml"))
                .containsSubsequence("<metadata>", "<organizations/>", "<resources>", "type=\"webcontent\"")
                .containsSubsequence(
                        "<general>", "<educational>", "<relation>", "<classification>", "<file ", "<dependency ");
    }

    @Test
    void aPackageWithoutManifestOrItemsIsRefused() {
        assertUnreadable(Written.zip("q1.xml", "<x/>"), "NO_MANIFEST");
        assertUnreadable(Written.zip("imsmanifest.xml", manifest("")), "NO_ITEMS");
        assertUnreadable("<quiz/>".getBytes(UTF_8), "NOT_QTI");
    }

    private static void assertUnreadable(byte[] bytes, String code) {
        assertThatThrownBy(() -> Written.read(new QtiReader(), bytes))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static Map<String, byte[]> packaged(String image) {
        String lom = "<metadata><lom xmlns=\"http://ltsc.ieee.org/xsd/LOM\"><general><title><string>x</string></title>"
                + "<keyword><string>旧</string></keyword></general><lifeCycle/><educational><difficulty><value>difficult</value>"
                + "</difficulty></educational></lom></metadata>";
        String xml = three("single", "<qti-value>A</qti-value>", "<p><img src=\"" + image + "\" alt=\"图\"/></p>");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "imsmanifest.xml",
                manifest(resource("imsqti_item_xmlv3p0", "r", "one.xml").replace("><", ">" + lom + "<"))
                        .replace("<manifest ", "<manifest xml:base=\"items/\" ")
                        .getBytes(UTF_8));
        files.put(
                "items/one.xml",
                xml.replace("identifier=\"q3\" title=\"q3\"", "identifier=\"one\" title=\"one\"")
                        .getBytes(UTF_8));
        files.put("images/图.svg", AnyItems.svg(80).bytes());
        return files;
    }

    private static Map<String, String> unzip(byte[] zip) throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
            }
        }
        return files;
    }

    private static String manifest(String resources) {
        return "<manifest xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\" identifier=\"m\"><organizations/><resources>"
                + resources + "</resources></manifest>";
    }

    private static String resource(String type, String identifier, String href) {
        return "<resource identifier=\"" + identifier + "\" type=\"" + type + "\" href=\"" + href + "\"><file href=\""
                + href + "\"/></resource>";
    }

    private static String three(String cardinality, String values, String figure) {
        return "<?xml-model href=\"https://example.org/x.sch\"?><qti-assessment-item xmlns=\"" + V30
                + "\" identifier=\"q3\" title=\"q3\" adaptive=\"false\" time-dependent=\"false\">"
                + "<qti-response-declaration identifier=\"RESPONSE\" cardinality=\"" + cardinality
                + "\" base-type=\"identifier\"><qti-correct-response>" + values
                + "</qti-correct-response></qti-response-declaration><qti-item-body>" + figure
                + "<qti-choice-interaction response-identifier=\"RESPONSE\" max-choices=\"0\"><qti-prompt>哪些？</qti-prompt>"
                + "<qti-simple-choice identifier=\"A\">甲</qti-simple-choice><qti-simple-choice identifier=\"B\"><p>乙</p></qti-simple-choice>"
                + "<qti-simple-choice identifier=\"C\">丙</qti-simple-choice></qti-choice-interaction></qti-item-body>"
                + "<qti-response-processing template=\"https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml\"/>"
                + "</qti-assessment-item>";
    }

    private static String correct(String... identifiers) {
        return "<correctResponse><value>" + String.join("</value><value>", identifiers) + "</value></correctResponse>";
    }

    private static String mapping(String entries) {
        StringBuilder mapping = new StringBuilder("<mapping defaultValue=\"0\">");
        for (String entry : entries.split(" ")) {
            mapping.append("<mapEntry mapKey=\"").append(entry, 0, 1).append("\" mappedValue=\"");
            mapping.append(entry.substring(2)).append("\"/>");
        }
        return mapping.append("</mapping>").toString();
    }

    private static String choice(String content) {
        return "<choiceInteraction responseIdentifier=\"RESPONSE\" maxChoices=\"0\">" + content
                + "</choiceInteraction>";
    }

    private static String choice(String choices, String stem) {
        return "<p>" + stem + "</p>" + choice(choices);
    }

    private static String item(String cardinality, String declaration, String body, String rest) {
        return "<assessmentItem xmlns=\"" + V21 + "\" identifier=\"q1\" title=\"q1\" adaptive=\"false\">"
                + "<responseDeclaration identifier=\"RESPONSE\" cardinality=\"" + cardinality
                + "\" baseType=\"identifier\">"
                + declaration + "</responseDeclaration><itemBody>" + body + "</itemBody>" + rest + "</assessmentItem>";
    }

    private static void assertRefused(String xml, String code) throws UnreadableFile {
        assertThat(Written.notes(one(xml))).contains("REFUSED " + code);
    }

    private static ExchangedItem one(String xml) throws UnreadableFile {
        return Written.read(new QtiReader(), xml).get(0);
    }
}
