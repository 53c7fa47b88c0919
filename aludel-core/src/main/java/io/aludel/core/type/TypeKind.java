// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.type;

/** The kinds of column type that every database of ours has, or can hold exactly in another form. */
public enum TypeKind {
    BOOLEAN,
    /** 16 bits, signed. */
    SMALLINT,
    /** 32 bits, signed. */
    INTEGER,
    /** 64 bits, signed. */
    BIGINT,
    /** Exact decimal with a precision and a scale. */
    DECIMAL,
    /** IEEE 754, 32 bits. */
    REAL,
    /** IEEE 754, 64 bits. */
    DOUBLE,
    /** Text of a fixed length, filled up with blanks by databases that do so. */
    CHAR,
    /** Text up to a length in characters. */
    VARCHAR,
    /** Text of any length. */
    TEXT,
    /** Bytes of any length. */
    BINARY,
    DATE,
    /** Time of day, to the microsecond. */
    TIME,
    /** Date and time without zone, to the microsecond. */
    TIMESTAMP,
    /** A moment, to the microsecond; the zone it was written with is not kept. */
    TIMESTAMP_TZ,
    UUID,
    JSON
}
