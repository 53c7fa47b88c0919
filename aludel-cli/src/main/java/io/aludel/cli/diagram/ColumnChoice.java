// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

/** Which columns of a table are drawn. */
public enum ColumnChoice {
    ALL {
        @Override
        boolean takes(DiagramColumn column) {
            return true;
        }
    },
    /** Those of primary and foreign keys, and those that are unique by themselves. */
    KEYS {
        @Override
        boolean takes(DiagramColumn column) {
            return column.isKey();
        }
    },
    NONE {
        @Override
        boolean takes(DiagramColumn column) {
            return false;
        }
    };

    abstract boolean takes(DiagramColumn column);
}
