// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Scratch;
import io.aludel.core.dialect.ScratchConnection;
import io.aludel.core.expr.Expression;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
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

    /** @param one the model's as the database says it */
    boolean sameDefault(Table table, Column one, Column other);

    /** @param one the model's as the database says it */
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

    /** What {@code same} finds to be the same, and what somebody has accepted as such. */
    static Equivalence accepting(AcceptedSpellings accepted, Dialect dialect, Equivalence same) {
        return new Equivalence() {
            @Override
            public boolean sameDefault(Table table, Column one, Column other) {
                return same.sameDefault(table, one, other)
                        || one.defaultValue() instanceof Default.Of said
                                && other.defaultValue() instanceof Default.Of stored
                                && isAccepted(table, said.expression(), stored.expression());
            }

            @Override
            public boolean sameExpression(Table table, Expression one, Expression other) {
                return same.sameExpression(table, one, other) || isAccepted(table, one, other);
            }

            private boolean isAccepted(Table table, Expression said, Expression stored) {
                return accepted.has(dialect.name(), table.name(), text(dialect, stored), text(dialect, said));
            }
        };
    }

    /** The expression as it stands in DDL. */
    static String text(Dialect dialect, Expression expression) {
        return dialect.newRenderer().renderInline(expression);
    }
}
