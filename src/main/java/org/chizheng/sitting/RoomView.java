package org.chizheng.sitting;

import java.util.List;

/**
 * What the examination's page knows before its script asks for more: the candidate, the locked browser (browserLink opens it, browserFile is its file) in case
 * it is asked for, where to go at the end, whether the receipt can be printed here, and the files of this release.
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
        boolean printing,
        String release,
        List<String> scripts,
        String messagesJson) {}
