package org.chizheng.lockdown;

import java.util.List;

/** What a session asks of the browser, for its staff. quitPassword: whether one is set; link opens Safe Exam Browser; page and file are addresses here. */
public record LockdownView(
        boolean required,
        boolean printing,
        boolean quitPassword,
        List<String> examKeys,
        String configKey,
        String link,
        String page,
        String file) {}
