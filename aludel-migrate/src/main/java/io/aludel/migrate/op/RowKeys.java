// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.expr.Expression;
import io.aludel.core.expr.NullLiteral;
import java.util.List;

/**
 * By which columns given rows are told from others.
 *
 * @param columns whose values each row has, the key's among them
 */
record RowKeys(List<String> columns, List<List<Expression>> rows, List<String> key) {
    RowKeys {
        for (List<Expression> row : rows) {
            for (String column : key) {
                if (row.get(columns.indexOf(column)) instanceof NullLiteral) {
                    throw new IllegalArgumentException(
                            "The key column \"" + column
                                    + "\" is NULL in a row, by which nothing is found; give it a value, or choose another key.");
                }
            }
        }
    }

    /** What is true of these rows only. */
    Expression condition() {
        if (key.size() == 1) {
            Term column = Term.column(key.get(0));
            List<Term> values = rows.stream().map(row -> of(row, key.get(0))).toList();
            return (values.size() == 1 ? column.eq(values.get(0)) : column.in(values.toArray())).expression();
        }
        return rows.stream().map(this::condition).reduce(Term::or).orElseThrow().expression();
    }

    private Term condition(List<Expression> row) {
        return key.stream()
                .map(column -> Term.column(column).eq(of(row, column)))
                .reduce(Term::and)
                .orElseThrow();
    }

    private Term of(List<Expression> row, String column) {
        return new Term(row.get(columns.indexOf(column)));
    }
}
