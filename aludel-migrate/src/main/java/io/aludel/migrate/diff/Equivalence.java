// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.dialect.Scratch;
import io.aludel.core.dialect.ScratchConnection;
import io.aludel.core.expr.Expression;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Table;

/** When two pieces of SQL are the same. */
interface Equivalence {
    /** Equal as data; costs nothing and asks nobody. */
    Equivalence STRUCTURAL = new Equivalence() {
        @Override
        public boolean sameDefault(Table table, Column one, Column other) {
            return one.defaultValue().equals(other.defaultValue());
        }

        @Override
        public boolean sameExpression(Table table, Expression one, Expression other) {
            return one.equals(other);
        }
    };

    boolean sameDefault(Table table, Column one, Column other);

    boolean sameExpression(Table table, Expression one, Expression other);

    /** The same about a table that stands in the scratch place under other names. */
    default Equivalence over(Table standing) {
        Equivalence same = this;
        return new Equivalence() {
            @Override
            public boolean sameDefault(Table table, Column one, Column other) {
                return same.sameDefault(standing, one, other);
            }

            @Override
            public boolean sameExpression(Table table, Expression one, Expression other) {
                return same.sameExpression(standing, one, other);
            }
        };
    }

    /** Equal as data, or else the same to the database, which is asked in a scratch place. */
    static Equivalence asking(Scratch scratch, ScratchConnection place) {
        return new Equivalence() {
            @Override
            public boolean sameDefault(Table table, Column one, Column other) {
                return STRUCTURAL.sameDefault(table, one, other) || scratch.sameDefault(place, table, one, other);
            }

            @Override
            public boolean sameExpression(Table table, Expression one, Expression other) {
                return one.equals(other) || scratch.sameExpression(place, table, one, other);
            }
        };
    }
}
