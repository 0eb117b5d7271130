package org.chizheng.regulation;

import java.util.List;

/** A post category with the policies that decide for it on the day that was asked for: special ones first, the general one last. */
public record PostCategoryView(
        String code, String zh, String en, String documentZh, String documentEn, List<PolicyView> inForce) {
    public PostCategoryView {
        inForce = List.copyOf(inForce);
    }
}
