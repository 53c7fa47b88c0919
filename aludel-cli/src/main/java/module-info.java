// SPDX-License-Identifier: Apache-2.0

/** The aludel command. */
module io.aludel.cli {
    requires info.picocli;
    requires io.aludel.migrate;
    requires io.aludel.processor;
    requires java.compiler;
    requires static org.jspecify;

    opens io.aludel.cli to
            info.picocli;
}
