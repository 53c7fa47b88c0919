// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.resolve;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.Join;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.TableSource.TableRef;
import io.aludel.mapping.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Completes the keys of groups: an identifier determines the other columns of its row, so that those can be asked for too. Not every database knows that,
 * and so they become keys, which makes no other groups.
 */
final class Groups {
    private Groups() {}

    static Select completed(Select select, Model model) {
        if (select.groupBy().isEmpty()) {
            return select;
        }
        Set<String> determined = Stream.concat(
                        Stream.ofNullable(select.from()),
                        select.joins().stream().map(Join::table))
                .filter(source -> source instanceof TableRef table && holdsIdentifier(select, table, model))
                .map(TableSource::alias)
                .collect(Collectors.toSet());
        List<Expression> keys = new ArrayList<>(select.groupBy());
        for (ColumnRef column : Uses.of(select).columns()) {
            if (determined.contains(column.qualifier())) {
                keys.add(column);
            }
        }
        return select.withGroupBy(keys);
    }

    private static boolean holdsIdentifier(Select select, TableRef table, Model model) {
        return model.entities().stream()
                .filter(entity -> entity.table().equals(table.table()))
                .map(entity -> Scope.qualified(table.alias(), entity.idColumn()))
                .anyMatch(select.groupBy()::contains);
    }
}
