// SPDX-License-Identifier: Apache-2.0

/** Writes query classes, companions and projections while the model is compiled. */
module io.aludel.processor {
    requires io.aludel.mapping;
    requires java.compiler;
    requires static jdk.compiler;
    requires static org.jspecify;

    provides javax.annotation.processing.Processor with
            io.aludel.processor.AludelProcessor;
}
