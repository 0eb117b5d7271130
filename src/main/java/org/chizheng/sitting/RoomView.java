package org.chizheng.sitting;

import java.util.List;

/**
 * What the examination's page knows before its script asks for more: the candidate, the locked browser (browserLink opens it, browserFile is its file) in case
 * it is asked for, where to go at the end, and the files of this release.
 */
public record RoomView(
        String candidateName,
        String ticket,
        String sessionZh,
        String sessionEn,
        int minutes,
        String browserLink,
        String browserFile,
        String leaveTo,
        String release,
        List<String> scripts,
        String messagesJson) {}
