// SPDX-License-Identifier: Apache-2.0

/** The aludel command. */
module io.aludel.cli {
    requires info.picocli;
    requires transitive io.aludel.migrate;
    requires io.aludel.processor;
    requires java.compiler;
    requires org.eclipse.elk.alg.layered;
    requires org.eclipse.elk.core;
    requires org.eclipse.elk.graph;
    requires org.eclipse.emf.common;
    requires static org.jspecify;

    exports io.aludel.cli.diagram;
    exports io.aludel.cli.doctor;

    opens io.aludel.cli to
            info.picocli;
}
