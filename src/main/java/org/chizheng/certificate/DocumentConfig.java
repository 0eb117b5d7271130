package org.chizheng.certificate;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an authority settles about its certificates as documents. */
@ConfigMapping(prefix = "chizheng.document")
public interface DocumentConfig {
    /** Whether the authority's seal is drawn beside its name. Off: a picture of a seal is for the authority alone to order; the demo draws one of its own. */
    @WithDefault("false")
    boolean printedSeal();

    /** Code of 特种作业操作证 as a type of electronic certificate: credit code of who defined it, and three digits. Without it no identifier is printed. */
    Optional<String> operatorType();

    /** The same of 安全生产知识和管理能力考核合格证. */
    Optional<String> managerType();

    /** Unified credit code of the issuing authority. */
    Optional<String> issuerCode();
}
