// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.problem;

/** The kinds of mistakes; each code is a heading in {@code docs/errors.md}. A code once given stays. */
public enum MappingCode {
    NO_ENTITY("MAP-001"),
    CLASS_SHAPE("MAP-002"),
    NO_CONSTRUCTOR("MAP-003"),
    FINAL_FIELD("MAP-004"),
    PROPERTY_ACCESS("MAP-005"),
    NOT_YET("MAP-006"),
    NO_ID("MAP-010"),
    SEVERAL_IDS("MAP-011"),
    GENERATED_TYPE("MAP-012"),
    PRIMITIVE_ID("MAP-013"),
    NO_GENERATOR("MAP-014"),
    VERSION("MAP-015"),
    UNMAPPED_TYPE("MAP-020"),
    COLUMN_DEFINITION("MAP-021"),
    DEFAULT_VALUE("MAP-022"),
    DECIMAL_WITHOUT_PRECISION("MAP-023"),
    LENGTH_OR_PRECISION("MAP-024"),
    ENUM_VALUE("MAP-025"),
    TARGET("MAP-030"),
    MAPPED_BY("MAP-031"),
    COLLECTION_TYPE("MAP-032"),
    JOIN_COLUMN("MAP-033"),
    ON_DELETE("MAP-034"),
    ORDER_BY("MAP-035"),
    NOT_IN_MODEL("MAP-036"),
    SAME_COLUMN("MAP-040"),
    SAME_TABLE("MAP-041"),
    SAME_NAME("MAP-042"),
    UNKNOWN_COLUMN("MAP-043"),
    RAW_SQL("MAP-044"),
    NOT_READ("MAP-045"),
    CONTRADICTION("MAP-046"),
    OPTIONS("MAP-047");

    private final String code;

    MappingCode(String code) {
        this.code = code;
    }

    /** As users see it: {@code MAP-010}. */
    public String code() {
        return code;
    }
}
