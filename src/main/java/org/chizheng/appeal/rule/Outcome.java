package org.chizheng.appeal.rule;

/** What a recheck or an appeal comes to. */
public enum Outcome {
    /** 维持原成绩. */
    UPHELD,
    /** 更正成绩. */
    CHANGED,
    /** 驳回申诉: of an appeal. */
    DISMISSED,
    /** 重新复核: of an appeal; other people recheck once more. */
    AGAIN;

    public boolean ofAppeal() {
        return this == DISMISSED || this == AGAIN;
    }
}
