package org.chizheng.verification.gate;

import java.util.List;

/**
 * What the page needs to work alone; the same for everybody, since devices keep it.
 *
 * @param release address of this release's files
 * @param preloaded the scripts that are needed at once
 * @param filesJson addresses of all files that a device keeps
 * @param messagesJson texts in both languages
 * @param qualificationsJson names by code, and the days before its end on which a certificate is said to be expiring
 */
public record GateView(
        String publicUrl,
        String release,
        List<String> preloaded,
        String filesJson,
        String messagesJson,
        String qualificationsJson) {}
