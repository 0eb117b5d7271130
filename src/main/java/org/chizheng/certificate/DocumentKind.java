package org.chizheng.certificate;

/** What a certificate is called and how it is drawn: 特种作业操作证, or 安全生产知识和管理能力考核合格证. */
public enum DocumentKind {
    OPERATOR,
    MANAGER
}
