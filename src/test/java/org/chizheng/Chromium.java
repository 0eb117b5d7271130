package org.chizheng;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/** The browser of the tests, as bin/test installs it: Chromium without its windows where there is one, for it starts faster; the same engine otherwise. */
public final class Chromium {
    static final Path EXECUTABLE = Stream.of("chromium-headless-shell", "chromium")
            .map(name -> Path.of("/usr/bin", name))
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no Chromium: run bin/test"));
    static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    static {
        // What a page does after a click may take long where several share few processors.
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    /** To start it takes longer than most tests. */
    private static Browser shared;

    private Chromium() {}

    static BrowserType.LaunchOptions options() {
        return new BrowserType.LaunchOptions().setExecutablePath(EXECUTABLE).setArgs(ARGUMENTS);
    }

    /** One for all tests of the process; it ends with it. Each takes a context of its own and closes it. */
    public static synchronized Browser shared() {
        if (shared == null || !shared.isConnected()) {
            shared = Playwright.create().chromium().launch(options());
        }
        return shared;
    }
}
