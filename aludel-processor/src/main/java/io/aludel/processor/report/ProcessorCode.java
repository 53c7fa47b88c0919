// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.report;

/** What generated code cannot deal with; each code is a heading in {@code docs/errors.md}. A code once given stays. */
public enum ProcessorCode {
    HIDDEN_TYPE("PRO-001"),
    TYPE_PARAMETERS("PRO-002"),
    CLOSED_MODULE("PRO-003"),
    NO_QUERY_CLASS("PRO-004"),
    NO_LAZY_REFERENCE("PRO-010"),
    FINAL_METHOD("PRO-011"),
    CLASS_COMPARISON("PRO-012"),
    REACHING_INTO("PRO-013"),
    PROJECTION("PRO-020"),
    OPTION("PRO-030"),
    NOT_SAVED("PRO-031");

    private final String code;

    ProcessorCode(String code) {
        this.code = code;
    }

    /** As users see it: {@code PRO-011}. */
    public String code() {
        return code;
    }
}
