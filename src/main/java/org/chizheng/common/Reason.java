package org.chizheng.common;

/** Why something is refused: each feature has one enum {@code …Refusal implements Reason}. */
public interface Reason {
    String name();

    /** HTTP status of the refusal, 4xx. */
    int status();

    /** Key of the text shown: {@code <feature>_refused_<NAME>}, the feature being the package of the enum. */
    default String messageKey() {
        String pack = getClass().getPackageName();
        return pack.substring(pack.lastIndexOf('.') + 1) + "_refused_" + name();
    }
}
