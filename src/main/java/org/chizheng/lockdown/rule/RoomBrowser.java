package org.chizheng.lockdown.rule;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** How Safe Exam Browser is set up in a computer room. The same wishes at the same address give the same file and the same config key. */
public final class RoomBrowser {
    /** What the browser opens first. */
    public static final String START = "/exam";

    /** The address that ends the browser, asked for after the hand-in. */
    public static final String QUIT = "/exam/quit";

    private static final int FULL_SCREEN = 1;
    private static final int MODERN_VIEW = 3;
    private static final int BLOCKED = 0;
    private static final int STARTS_AN_EXAM = 0;
    private static final int ALLOWED = 1;

    private RoomBrowser() {}

    /** @param quitHash SHA-256 of the password that ends the browser by hand; null: only the quit link ends it */
    public static BrowserSettings settings(PublicAddress address, boolean printing, String quitHash) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "startURL",
                address.url(START),
                "sendBrowserExamKey",
                true,
                "browserWindowWebView",
                MODERN_VIEW,
                "sebConfigPurpose",
                STARTS_AN_EXAM,
                "quitURL",
                address.url(QUIT),
                "quitURLConfirm",
                false,
                "allowQuit",
                quitHash != null));
        if (quitHash != null) {
            settings.put("hashedQuitPassword", quitHash);
        }
        settings.putAll(screen());
        settings.putAll(forbidden());
        settings.put("allowPrint", printing);
        settings.putAll(onlyHere(address));
        settings.putAll(keepsAnswers());
        // The browser exam key is computed with a salt; a random one would make each file another.
        String salt = RequestHash.sha256("salt of " + new BrowserSettings(settings).json());
        settings.put("examKeySalt", HexFormat.of().parseHex(salt));
        return new BrowserSettings(settings);
    }

    /** Sound for reading aloud, zoom for weak eyes, a way to reload and to change the input method; no clock, because the exam's own is the server's. */
    private static Map<String, Object> screen() {
        return Map.of(
                "browserViewMode", FULL_SCREEN,
                "showTaskBar", true,
                "showTime", false,
                "showInputLanguage", true,
                "showReloadButton", true,
                "browserWindowAllowReload", true,
                "audioControlEnabled", true,
                "audioMute", false,
                "enableZoomPage", true,
                "enableZoomText", true);
    }

    private static Map<String, Object> forbidden() {
        Map<String, Object> forbidden = new HashMap<>();
        for (String setting : List.of(
                "allowAudioCapture",
                "allowBrowsingBackForward",
                "allowDeveloperConsole",
                "allowDictionaryLookup",
                "allowDownUploads",
                "allowDownloads",
                "allowPreferencesWindow",
                "allowScreenSharing",
                "allowSpellCheck",
                "allowSwitchToApplications",
                "allowUploads",
                "allowVideoCapture",
                "allowVirtualMachine",
                "allowWlan",
                "enablePrintScreen",
                "enableRightMouse",
                "showReloadWarning")) {
            forbidden.put(setting, false);
        }
        return forbidden;
    }

    private static Map<String, Object> onlyHere(PublicAddress address) {
        Map<String, Object> rule =
                Map.of("action", ALLOWED, "active", true, "expression", address.filter(), "regex", false);
        return Map.of(
                "URLFilterEnable",
                true,
                "URLFilterEnableContentFilter",
                false,
                "URLFilterRules",
                List.of(rule),
                "newBrowserWindowByLinkPolicy",
                BLOCKED,
                "newBrowserWindowByScriptPolicy",
                BLOCKED);
    }

    /** A browser that broke down and is opened again finds the answers that were not sent; the sign-in does not stay. */
    private static Map<String, Object> keepsAnswers() {
        return Map.of(
                "removeBrowserProfile", false,
                "removeLocalStorage", false,
                "examSessionClearCookiesOnStart", true,
                "examSessionClearCookiesOnEnd", true);
    }
}
