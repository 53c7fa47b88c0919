// SPDX-License-Identifier: Apache-2.0

/** Writes query classes, companions and projections while the model is compiled. */
module io.aludel.processor {
    requires io.aludel.mapping;
    requires transitive java.compiler;
    requires static jdk.compiler;
    requires static org.jspecify;

    exports io.aludel.processor;

    provides javax.annotation.processing.Processor with
            io.aludel.processor.AludelProcessor;
}
