package org.chizheng.lockdown.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BrowserSettingsTest {
    /** Settings and key of OpenOlat's test of the same computation, OpenOlatSebPList.seb (Apache License 2.0). */
    @Test
    void theConfigKeyIsTheOneThatAnotherExamSystemComputes() {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (String setting : List.of(
                "showTaskBar",
                "audioControlEnabled",
                "allowAudioCapture",
                "allowVideoCapture",
                "allowSpellCheck",
                "enableZoomPage",
                "enableZoomText",
                "browserWindowAllowReload",
                "URLFilterEnable",
                "URLFilterEnableContentFilter",
                "urlFilterRegex",
                "urlFilterTrustedContent",
                "examSessionClearCookiesOnStart",
                "allowPreferencesWindow")) {
            settings.put(setting, false);
        }
        for (String setting : List.of(
                "showReloadButton",
                "showTime",
                "showInputLanguage",
                "allowQuit",
                "quitURLConfirm",
                "audioMute",
                "allowWlan",
                "downloadAndOpenSebConfig",
                "sendBrowserExamKey")) {
            settings.put(setting, true);
        }
        settings.put("quitURL", "https://kivik.frentix.com/7f725172-4ab9-4791-ba14-24a05cfa0e82");
        settings.put("hashedQuitPassword", "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b");
        settings.put("browserViewMode", 0);
        settings.put("browserWindowWebView", 3);
        settings.put("URLFilterIgnoreList", List.of());
        settings.put("URLFilterMessage", 1);
        settings.put("startURL", "https://kivik.frentix.com");
        assertThat(new BrowserSettings(settings).configKey())
                .isEqualTo("3cd36cce3565525eb575456a5d49bf938197cf3914bcbebb7aa5150cef358672");
    }

    /** The order of the example in safeexambrowser.org/developer/seb-config-key.html, where small and capital letters meet. */
    @Test
    void namesAreSortedAsInTheDocumentation() {
        List<String> documented = List.of(
                "allowDownUploads",
                "allowedDisplayBuiltin",
                "allowedDisplaysMaxNumber",
                "allowFlashFullscreen",
                "browserUserAgentWinTouchModeCustom",
                "browserViewMode",
                "enableF1",
                "enableF10",
                "enableF2",
                "taskBarHeight",
                "touchOptimized",
                "URLFilterEnable",
                "URLFilterEnableContentFilter",
                "URLFilterIgnoreList",
                "URLFilterMessage",
                "urlFilterRegex",
                "URLFilterRules",
                "urlFilterTrustedContent",
                "whitelistURLFilter",
                "zoomMode");
        String json = new BrowserSettings(documented.stream().collect(Collectors.toMap(n -> n, n -> 0))).json();
        assertThat(Arrays.asList(json.replaceAll("[{}\"]|:0", "").split(","))).isEqualTo(documented);
    }

    @Test
    void eachKindOfValueIsWrittenAsDocumented() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("originatorVersion", "SEB_Win_3.10");
        settings.put("allowWLAN", 1);
        settings.put("allowWlan", 2);
        settings.put("empty", Map.of());
        settings.put("none", List.of());
        settings.put("filter", "^https?:\\/\\/a$");
        settings.put("name", "江苏");
        settings.put("salt", "blah".getBytes(UTF_8));
        settings.put("rules", List.of(Map.of("regex", false, "action", 1), Map.of("active", true)));
        assertThat(new BrowserSettings(settings).json())
                .isEqualTo(
                        "{\"allowWlan\":2,\"allowWLAN\":1,\"filter\":\"^https?:\\/\\/a$\",\"name\":\"江苏\",\"none\":[],"
                                + "\"rules\":[{\"action\":1,\"regex\":false},{\"active\":true}],\"salt\":\"YmxhaA==\"}");
        assertThat(new BrowserSettings(Map.of()).json()).isEqualTo("{}");
    }

    @Property
    void neitherOrderNorTheWritersVersionNorEmptyMapsChangeTheKey(
            @ForAll("settings") Map<String, Object> settings, @ForAll long seed) {
        List<String> names = new ArrayList<>(settings.keySet());
        Collections.shuffle(names, new Random(seed));
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("originatorVersion", "any");
        names.forEach(name -> other.put(name, settings.get(name)));
        other.put("zzz", Map.of());
        assertThat(new BrowserSettings(other).configKey()).isEqualTo(new BrowserSettings(settings).configKey());
    }

    @Property
    void eachSettingCounts(@ForAll("settings") Map<String, Object> settings) {
        String key = new BrowserSettings(settings).configKey();
        assertThat(key).matches("[0-9a-f]{64}");
        settings.keySet().forEach(name -> {
            Map<String, Object> fewer = new LinkedHashMap<>(settings);
            fewer.remove(name);
            assertThat(new BrowserSettings(fewer).configKey()).as(name).isNotEqualTo(key);
        });
    }

    /** What the browser reads has the key that the server expects. */
    @Property(tries = 200)
    void theFileHoldsTheSettingsThatTheKeyIsOf(@ForAll("settings") Map<String, Object> settings) throws Exception {
        BrowserSettings written = new BrowserSettings(settings);
        Map<String, Object> read = read(written.file());
        assertThat(new BrowserSettings(read).configKey()).isEqualTo(written.configKey());
        assertThat(new BrowserSettings(read).file()).isEqualTo(written.file());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a \"b\"", "a\nb", "a\u0000"})
    void aTextThatClientsWriteDifferentlyIsRefused(String text) {
        assertThatThrownBy(() -> new BrowserSettings(Map.of("a", text))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void otherKindsAreRefused() {
        for (Object value : List.of(1.5, 7L, Instant.EPOCH)) {
            assertThatThrownBy(() -> new BrowserSettings(Map.of("a", value)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new BrowserSettings(Map.of("a b", true))).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<Map<String, Object>> settings() {
        Arbitrary<Object> plain = Arbitraries.oneOf(
                Arbitraries.of(true, false),
                Arbitraries.integers(),
                Arbitraries.strings().withChars("abcXYZ 中&<>\\/'*?.").ofMaxLength(12),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(8));
        Arbitrary<Object> rule =
                Arbitraries.maps(names(), plain).ofMinSize(1).ofMaxSize(3).map(map -> map);
        Arbitrary<Object> value =
                Arbitraries.oneOf(plain, rule, rule.list().ofMaxSize(3).map(list -> list));
        return Arbitraries.maps(names(), value).ofMaxSize(6);
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("abcdefghijklm0123456789")
                .ofMinLength(1)
                .ofMaxLength(5);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> read(String file) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setEntityResolver((name, address) -> new InputSource(new ByteArrayInputStream(new byte[0])));
        Element plist =
                builder.parse(new ByteArrayInputStream(file.getBytes(UTF_8))).getDocumentElement();
        return (Map<String, Object>) value(children(plist).get(0));
    }

    private static Object value(Element element) {
        return switch (element.getTagName()) {
            case "dict" -> {
                Map<String, Object> map = new LinkedHashMap<>();
                List<Element> children = children(element);
                for (int i = 0; i < children.size(); i += 2) {
                    map.put(children.get(i).getTextContent(), value(children.get(i + 1)));
                }
                yield map;
            }
            case "array" ->
                children(element).stream().map(BrowserSettingsTest::value).toList();
            case "integer" -> Integer.valueOf(element.getTextContent());
            case "data" -> Base64.getDecoder().decode(element.getTextContent());
            case "string" -> element.getTextContent();
            default -> Boolean.valueOf(element.getTagName());
        };
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }
}
