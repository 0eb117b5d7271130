package org.chizheng.lockdown.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class RoomBrowserTest {
    private static final PublicAddress ADDRESS = new PublicAddress("https://exam.example.cn");
    private static final String PASSWORD = RequestHash.sha256("ten letters");

    private static Map<String, Object> read(BrowserSettings settings) throws Exception {
        return BrowserSettingsTest.read(settings.file());
    }

    @Test
    void theSameWishesGiveTheSameBytesAndTheSameKey() {
        BrowserSettings first = RoomBrowser.settings(ADDRESS, false, PASSWORD);
        BrowserSettings second =
                RoomBrowser.settings(new PublicAddress("https://exam.example.cn:443/"), false, PASSWORD);
        assertThat(second.file()).isEqualTo(first.file());
        assertThat(second.configKey()).isEqualTo(first.configKey());
    }

    @Test
    void eachWishGivesAnotherKey() {
        String key = RoomBrowser.settings(ADDRESS, false, PASSWORD).configKey();
        assertThat(RoomBrowser.settings(ADDRESS, true, PASSWORD).configKey()).isNotEqualTo(key);
        assertThat(RoomBrowser.settings(ADDRESS, false, null).configKey()).isNotEqualTo(key);
        assertThat(RoomBrowser.settings(ADDRESS, false, RequestHash.sha256("another"))
                        .configKey())
                .isNotEqualTo(key);
        assertThat(RoomBrowser.settings(new PublicAddress("https://a.cn"), false, PASSWORD)
                        .configKey())
                .isNotEqualTo(key);
    }

    @Test
    void theBrowserStartsAtTheEntranceAndShowsNothingElse() throws Exception {
        Map<String, Object> settings = read(RoomBrowser.settings(ADDRESS, false, null));
        assertThat(settings)
                .containsEntry("startURL", "https://exam.example.cn/exam")
                .containsEntry("quitURL", "https://exam.example.cn/exam/quit")
                .containsEntry("quitURLConfirm", false)
                .containsEntry("sendBrowserExamKey", true)
                .containsEntry("browserWindowWebView", 3)
                .containsEntry("browserViewMode", 1)
                .containsEntry("allowDownloads", false)
                .containsEntry("allowPrint", false)
                .containsEntry("allowSpellCheck", false)
                .containsEntry("allowWlan", false)
                .containsEntry("audioMute", false)
                .containsEntry("browserWindowAllowReload", true)
                .containsEntry("URLFilterEnable", true)
                .containsEntry(
                        "URLFilterRules",
                        java.util.List.of(Map.of(
                                "action", 1, "active", true, "expression", "exam.example.cn/*", "regex", false)));
    }

    @Test
    void withoutAPasswordNobodyEndsTheBrowserByHand() throws Exception {
        assertThat(read(RoomBrowser.settings(ADDRESS, false, null)))
                .containsEntry("allowQuit", false)
                .doesNotContainKey("hashedQuitPassword");
        assertThat(read(RoomBrowser.settings(ADDRESS, false, PASSWORD)))
                .containsEntry("allowQuit", true)
                .containsEntry("hashedQuitPassword", PASSWORD);
    }

    @Test
    void aBrokenDownBrowserFindsItsAnswersAgain() throws Exception {
        assertThat(read(RoomBrowser.settings(ADDRESS, false, null)))
                .containsEntry("removeBrowserProfile", false)
                .containsEntry("removeLocalStorage", false);
    }
}
