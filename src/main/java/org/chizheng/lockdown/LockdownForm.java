package org.chizheng.lockdown;

import java.util.List;

/** What a session asks of the browser. quitPassword: null or empty keeps the one that is set; withoutQuitPassword takes it away. */
public record LockdownForm(
        boolean required, boolean printing, List<String> examKeys, String quitPassword, boolean withoutQuitPassword) {}
