// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.expr.Expression;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The SQL of what both sides of a table call by the same name, where it is not known to be the same. */
final class Spellings {
    private final Dialect dialect;
    private final Equivalence same;
    private final Table canonical;
    private final Table live;
    private final List<Spelling> found = new ArrayList<>();

    private Spellings(Dialect dialect, Equivalence same, Table canonical, Table live) {
        this.dialect = dialect;
        this.same = same;
        this.canonical = canonical;
        this.live = live;
    }

    /** In the order of columns, then of names. */
    static List<Spelling> of(Dialect dialect, Equivalence same, Table canonical, Table live) {
        Spellings spellings = new Spellings(dialect, same, canonical, live);
        spellings.pairs(canonical.columns(), live.columns(), Column::name, spellings::column);
        spellings.pairs(
                canonical.checks(),
                live.checks(),
                Check::name,
                (one, other) -> spellings.compare(one.name(), one.condition(), other.condition()));
        spellings.pairs(canonical.exclusions(), live.exclusions(), Exclusion::name, spellings::exclusion);
        spellings.pairs(canonical.indexes(), live.indexes(), Index::name, spellings::index);
        return spellings.found;
    }

    private interface Pair<T> {
        void compare(T one, T other);
    }

    private <T> void pairs(List<T> said, List<T> stored, Function<T, String> name, Pair<T> pair) {
        for (T one : said) {
            stored.stream()
                    .filter(other -> name.apply(other).equals(name.apply(one)))
                    .forEach(other -> pair.compare(one, other));
        }
    }

    private void column(Column one, Column other) {
        if (one.defaultValue() instanceof Default.Of said
                && other.defaultValue() instanceof Default.Of stored
                && !same.sameDefault(canonical, one, other)) {
            add(one.name(), said.expression(), stored.expression());
        }
        if (one.generation() instanceof Generation.Computed said
                && other.generation() instanceof Generation.Computed stored) {
            compare(one.name(), said.expression(), stored.expression());
        }
    }

    private void index(Index one, Index other) {
        if (one.predicate() != null && other.predicate() != null) {
            compare(one.name(), one.predicate(), other.predicate());
        }
        parts(one.name(), one.parts(), other.parts());
    }

    private void exclusion(Exclusion one, Exclusion other) {
        if (one.predicate() != null && other.predicate() != null) {
            compare(one.name(), one.predicate(), other.predicate());
        }
        parts(
                one.name(),
                one.elements().stream().map(Exclusion.Element::part).toList(),
                other.elements().stream().map(Exclusion.Element::part).toList());
    }

    private void parts(String name, List<Index.Part> said, List<Index.Part> stored) {
        for (int i = 0; said.size() == stored.size() && i < said.size(); i++) {
            if (TableComparison.isExpression(said.get(i)) && TableComparison.isExpression(stored.get(i))) {
                compare(name, said.get(i).expression(), stored.get(i).expression());
            }
        }
    }

    private void compare(String name, Expression said, Expression stored) {
        if (!same.sameExpression(canonical, said, stored)) {
            add(name, said, stored);
        }
    }

    private void add(String name, Expression said, Expression stored) {
        found.add(new Spelling(
                dialect.name(), live.name(), name, Equivalence.text(dialect, stored), Equivalence.text(dialect, said)));
    }
}
