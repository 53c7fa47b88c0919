// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.resolve;

import io.aludel.core.expr.EntityRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.Join;
import io.aludel.core.expr.Rewriter;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.TableSource;
import io.aludel.mapping.naming.NamingStrategy;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Aliases of one statement, all queries within it together, so that a made one never hides another table. */
final class AliasNames {
    /** Without regard to case, as databases take portable names. */
    private final Set<String> taken = new HashSet<>();

    /** All aliases that the select and the queries in it have. */
    static AliasNames of(Select select) {
        AliasNames names = new AliasNames();
        names.new Collector().select(select);
        return names;
    }

    /** All aliases of a statement of one table. */
    static AliasNames of(TableSource table, Iterable<? extends @Nullable Expression> expressions) {
        AliasNames names = new AliasNames();
        names.take(table.alias());
        for (Expression expression : expressions) {
            names.new Collector().rewriteIfPresent(expression);
        }
        return names;
    }

    /** The same, for a trial whose names are given up. */
    AliasNames copy() {
        AliasNames copy = new AliasNames();
        copy.taken.addAll(taken);
        return copy;
    }

    /** A name for what a walk ends at: {@code student}, {@code student_group}; longer or numbered where that is taken. */
    String forPath(EntityRef.Association path) {
        String walked = walked(path);
        return take(walked) ? walked : numbered(path.root().alias() + "_" + walked);
    }

    /** This name, or if it is taken, the first of {@code name2}, {@code name3}, … that is not. */
    String numbered(String name) {
        String free = name;
        for (int number = 2; !take(free); number++) {
            free = name + number;
        }
        return free;
    }

    private static String walked(EntityRef.Association path) {
        String last = NamingStrategy.SNAKE_CASE.name(path.attribute());
        return path.parent() instanceof EntityRef.Association before ? walked(before) + "_" + last : last;
    }

    private boolean take(String alias) {
        return taken.add(alias.toLowerCase(Locale.ROOT));
    }

    private final class Collector extends Rewriter {
        @Override
        protected Select select(Select select) {
            if (select.from() != null) {
                take(select.from().alias());
            }
            select.joins().stream().map(Join::table).map(TableSource::alias).forEach(AliasNames.this::take);
            return super.select(select);
        }
    }
}
