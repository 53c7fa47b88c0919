// SPDX-License-Identifier: Apache-2.0

/** The aludel command. */
module io.aludel.cli {
    requires io.aludel.migrate;
    requires io.aludel.processor;
    requires info.picocli;
    requires static org.jspecify;
}
