// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Feature;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.ArrayType;
import io.aludel.core.type.NamedEnum;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.VariantType;
import io.aludel.migrate.diff.ColumnComparator.Verdict;
import io.aludel.migrate.op.AddCheck;
import io.aludel.migrate.op.AddColumn;
import io.aludel.migrate.op.AddExclusion;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.AddPrimaryKey;
import io.aludel.migrate.op.AddUniqueKey;
import io.aludel.migrate.op.AlterColumn;
import io.aludel.migrate.op.CommentTable;
import io.aludel.migrate.op.CreateIndex;
import io.aludel.migrate.op.DropCheck;
import io.aludel.migrate.op.DropColumn;
import io.aludel.migrate.op.DropExclusion;
import io.aludel.migrate.op.DropForeignKey;
import io.aludel.migrate.op.DropIndex;
import io.aludel.migrate.op.DropPrimaryKey;
import io.aludel.migrate.op.DropUniqueKey;
import io.aludel.migrate.op.RenameConstraint;
import io.aludel.migrate.op.RenameIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One table that is on both sides. What is compared is the canonical form, the model as the database says it; what goes into operations
 * is the model's own. The order of columns does not matter.
 */
final class TableComparison {
    private final Dialect dialect;
    private final Equivalence same;
    private final ColumnComparator comparator;
    private final Table model;
    private final Table canonical;
    private final Table live;
    /** Whether the database was asked what it makes of the model. */
    private final boolean tried;

    private final Changes changes = new Changes();

    TableComparison(
            Dialect dialect, Equivalence same, ColumnComparator comparator, Table model, Table canonical, Table live) {
        this.dialect = dialect;
        this.same = same;
        this.comparator = comparator;
        this.model = model;
        this.tried = canonical != model;
        this.canonical = asModelled(canonical);
        this.live = asModelled(live);
    }

    /** Where the database knows no difference, what the model calls a unique index is one and no constraint. */
    private Table asModelled(Table read) {
        Set<String> names = model.indexes().stream()
                .filter(Index::unique)
                .map(index -> stored(index.name()))
                .collect(Collectors.toSet());
        if (names.isEmpty() || has(Feature.UNIQUE_INDEXES)) {
            return read;
        }
        Map<Boolean, List<UniqueKey>> keys =
                read.uniqueKeys().stream().collect(Collectors.partitioningBy(key -> names.contains(key.name())));
        return read.withUniqueKeys(keys.get(false))
                .withIndexes(Stream.concat(
                                read.indexes().stream(),
                                keys.get(true).stream()
                                        .map(key -> Index.unique(
                                                key.name(), key.columns().toArray(String[]::new))))
                        .toList());
    }

    Changes changes() {
        comment();
        columns();
        primaryKey();
        uniqueKeys();
        foreignKeys();
        checks();
        exclusions();
        indexes();
        return changes;
    }

    private TableName table() {
        return model.name();
    }

    private void comment() {
        if (has(Feature.COMMENTS) && !Objects.equals(canonical.comment(), live.comment())) {
            changes.add(Phase.COMMENT_TABLES, new CommentTable(table(), model.comment(), live.comment()));
        }
    }

    private void columns() {
        Set<String> known = new HashSet<>();
        for (Column column : model.columns()) {
            String stored = stored(column.name());
            known.add(stored);
            Column found = live.column(stored).orElse(null);
            if (found == null) {
                changes.add(
                        isComputed(column) ? Phase.ADD_COMPUTED_COLUMNS : Phase.ADD_COLUMNS,
                        new AddColumn(table(), column));
            } else {
                column(column, canonical.column(stored).orElse(column), found);
            }
        }
        for (Column column : live.columns()) {
            if (!known.contains(column.name())) {
                changes.add(
                        isComputed(column) ? Phase.DROP_COMPUTED_COLUMNS : Phase.DROP_COLUMNS,
                        new DropColumn(table(), column.name(), column));
            }
        }
    }

    /** What is the same on both sides is said in the model's words on both, so that the script is portable where it can be. */
    private void column(Column wanted, Column said, Column found) {
        Column from = wanted;
        Verdict types = comparator.types(table(), said, found);
        if (types == Verdict.NO_OPINION ? !sameType(said.type(), found.type()) : types == Verdict.DIFFERENT) {
            from = from.withType(found.type());
        }
        if (said.nullable() != found.nullable()) {
            from = from.withNullable(found.nullable());
        }
        Verdict defaults = comparator.defaults(table(), said, found);
        if (defaults == Verdict.NO_OPINION
                ? !same.sameDefault(canonical, said, found)
                : defaults == Verdict.DIFFERENT) {
            from = from.withDefault(found.defaultValue());
        }
        if (!sameGeneration(said.generation(), found.generation())) {
            from = from.withGeneration(found.generation());
        }
        if (!Objects.equals(said.collation(), found.collation())) {
            from = from.withCollation(found.collation());
        }
        if (has(Feature.COMMENTS) && !Objects.equals(said.comment(), found.comment())) {
            from = from.withComment(found.comment());
        }
        if (!from.equals(wanted) || types == Verdict.DIFFERENT || defaults == Verdict.DIFFERENT) {
            changes.add(phase(from, wanted), new AlterColumn(table(), from, wanted));
        }
    }

    /** A type of a name, of many values, or by database is compared as the database declares it. */
    private boolean sameType(SqlType said, SqlType found) {
        if (said.equals(found)) {
            return true;
        }
        boolean composed = said instanceof NamedEnum || said instanceof ArrayType || said instanceof VariantType;
        return composed
                && dialect.types().parse(dialect.types().declaration(said)).equals(found);
    }

    private static Phase phase(Column from, Column to) {
        boolean was = from.generation() instanceof Generation.Identity;
        boolean becomes = to.generation() instanceof Generation.Identity;
        if (was == becomes) {
            return isComputed(to) ? Phase.ALTER_COMPUTED_COLUMNS : Phase.ALTER_COLUMNS;
        }
        return was ? Phase.DROP_IDENTITIES : Phase.ADD_IDENTITIES;
    }

    private static boolean isComputed(Column column) {
        return column.generation() instanceof Generation.Computed;
    }

    private boolean sameGeneration(Generation said, Generation found) {
        if (said instanceof Generation.Computed one && found instanceof Generation.Computed other) {
            return one.stored() == other.stored()
                    && same.sameExpression(canonical, one.expression(), other.expression());
        }
        if (said instanceof Generation.Identity && found instanceof Generation.Identity) {
            return !has(Feature.IDENTITY_OPTIONS) || said.equals(found);
        }
        return said.equals(found);
    }

    private void primaryKey() {
        match(
                present(model.primaryKey()),
                present(canonical.primaryKey()),
                present(live.primaryKey()),
                PrimaryKey::name,
                (one, other) -> one.columns().equals(other.columns())
                        && one.include().equals(other.include())
                        && one.deferral() == other.deferral(),
                key -> changes.add(Phase.DROP_PRIMARY_KEYS, new DropPrimaryKey(table(), key.name(), key)),
                key -> changes.add(Phase.ADD_PRIMARY_KEYS, new AddPrimaryKey(table(), key)),
                this::renameConstraint);
    }

    private void uniqueKeys() {
        match(
                model.uniqueKeys(),
                canonical.uniqueKeys(),
                live.uniqueKeys(),
                UniqueKey::name,
                TableComparison::sameUniqueKey,
                key -> changes.add(Phase.DROP_UNIQUE_KEYS, new DropUniqueKey(table(), key.name(), key)),
                key -> changes.add(Phase.ADD_UNIQUE_KEYS, new AddUniqueKey(table(), key)),
                this::renameConstraint);
    }

    private static boolean sameUniqueKey(UniqueKey one, UniqueKey other) {
        return Set.copyOf(one.columns()).equals(Set.copyOf(other.columns()))
                && one.include().equals(other.include())
                && one.nullsDistinct() == other.nullsDistinct()
                && one.deferral() == other.deferral();
    }

    private void foreignKeys() {
        match(
                model.foreignKeys(),
                canonical.foreignKeys(),
                live.foreignKeys(),
                ForeignKey::name,
                TableComparison::sameForeignKey,
                key -> changes.add(Phase.DROP_FOREIGN_KEYS, new DropForeignKey(table(), key.name(), key)),
                key -> changes.add(Phase.ADD_FOREIGN_KEYS, new AddForeignKey(table(), key)),
                this::renameConstraint);
    }

    private static boolean sameForeignKey(ForeignKey one, ForeignKey other) {
        return one.columns().equals(other.columns())
                && one.target().equals(other.target())
                && one.targetColumns().equals(other.targetColumns())
                && one.onDelete() == other.onDelete()
                && one.onUpdate() == other.onUpdate()
                && one.match() == other.match()
                && one.deferral() == other.deferral()
                && one.validated() == other.validated();
    }

    private void checks() {
        match(
                model.checks(),
                canonical.checks(),
                live.checks(),
                Check::name,
                (one, other) -> one.validated() == other.validated()
                        && same.sameExpression(canonical, one.condition(), other.condition()),
                check -> changes.add(Phase.DROP_CHECKS, new DropCheck(table(), check.name(), check)),
                check -> changes.add(Phase.ADD_CHECKS, new AddCheck(table(), check)),
                this::renameConstraint);
    }

    private void exclusions() {
        match(
                model.exclusions(),
                canonical.exclusions(),
                live.exclusions(),
                Exclusion::name,
                this::sameExclusion,
                exclusion ->
                        changes.add(Phase.DROP_EXCLUSIONS, new DropExclusion(table(), exclusion.name(), exclusion)),
                exclusion -> changes.add(Phase.ADD_EXCLUSIONS, new AddExclusion(table(), exclusion)),
                this::renameConstraint);
    }

    private boolean sameExclusion(Exclusion one, Exclusion other) {
        if (!Objects.equals(one.method(), other.method())
                || one.deferral() != other.deferral()
                || one.elements().size() != other.elements().size()) {
            return false;
        }
        for (int i = 0; i < one.elements().size(); i++) {
            Exclusion.Element element = one.elements().get(i);
            Exclusion.Element partner = other.elements().get(i);
            if (!element.operator().equals(partner.operator()) || !samePart(element.part(), partner.part())) {
                return false;
            }
        }
        return samePredicate(one.predicate(), other.predicate());
    }

    private void indexes() {
        match(
                model.indexes(),
                canonical.indexes(),
                live.indexes(),
                Index::name,
                this::sameIndex,
                index -> changes.add(Phase.DROP_INDEXES, new DropIndex(table(), index.name(), index)),
                index -> changes.add(Phase.CREATE_INDEXES, new CreateIndex(table(), index)),
                this::renameIndex);
    }

    private boolean sameIndex(Index one, Index other) {
        if (one.unique() != other.unique()
                || !Objects.equals(one.method(), other.method())
                || !one.include().equals(other.include())
                || one.nullsDistinct() != other.nullsDistinct()
                || !one.options().equals(other.options())
                || one.parts().size() != other.parts().size()) {
            return false;
        }
        for (int i = 0; i < one.parts().size(); i++) {
            if (!samePart(one.parts().get(i), other.parts().get(i))) {
                return false;
            }
        }
        return samePredicate(one.predicate(), other.predicate());
    }

    private boolean samePart(Index.Part one, Index.Part other) {
        if (one.descending() != other.descending()
                || one.nulls() != other.nulls()
                || !Objects.equals(one.collation(), other.collation())
                || !Objects.equals(one.operatorClass(), other.operatorClass())
                || !Objects.equals(one.length(), other.length())) {
            return false;
        }
        if (one.expression() instanceof ColumnRef column && other.expression() instanceof ColumnRef otherColumn) {
            return column.column().equals(otherColumn.column());
        }
        return same.sameExpression(canonical, one.expression(), other.expression());
    }

    static boolean isExpression(Index.Part part) {
        return !(part.expression() instanceof ColumnRef);
    }

    private boolean samePredicate(@Nullable Expression one, @Nullable Expression other) {
        return one == null || other == null ? one == other : same.sameExpression(canonical, one, other);
    }

    /**
     * Pairs by name, then by content where the name on the live side was made up by nobody's wish, then by content alone, which is a new name. What
     * has no partner is dropped or added; what has one of its name but another content is both. What the database did not keep when it was asked is not missed: a
     * unique constraint over the primary key's columns is such a thing to some.
     */
    private <T> void match(
            List<T> wanted,
            List<T> said,
            List<T> found,
            Function<T, String> name,
            BiPredicate<T, T> sameContent,
            Consumer<T> drop,
            Consumer<T> add,
            BiConsumer<String, String> rename) {
        List<T> unmatched = new ArrayList<>(found);
        List<T> missing = new ArrayList<>();
        for (T one : wanted) {
            T partner = byName(unmatched, name, stored(name.apply(one)));
            if (partner == null) {
                missing.add(one);
                continue;
            }
            unmatched.remove(partner);
            if (!sameContent.test(canonicalOf(one, said, name), partner)) {
                drop.accept(partner);
                add.accept(one);
            }
        }
        List<T> unnamed = new ArrayList<>();
        for (T one : missing) {
            if (!isKept(one, said, name, sameContent)) {
                continue;
            }
            T partner = sameAs(
                    canonicalOf(one, said, name),
                    unmatched,
                    sameContent,
                    other -> dialect.introspector().isMadeUp(live, name.apply(other)));
            if (partner == null) {
                unnamed.add(one);
            } else {
                unmatched.remove(partner);
            }
        }
        for (T one : unnamed) {
            T partner = sameAs(canonicalOf(one, said, name), unmatched, sameContent, other -> true);
            if (partner == null) {
                add.accept(one);
            } else {
                unmatched.remove(partner);
                rename.accept(name.apply(partner), name.apply(one));
            }
        }
        unmatched.forEach(drop);
    }

    private <T> boolean isKept(T one, List<T> said, Function<T, String> name, BiPredicate<T, T> sameContent) {
        return !tried
                || byName(said, name, name.apply(one)) != null
                || byName(said, name, stored(name.apply(one))) != null
                || said.stream()
                        .filter(other -> dialect.introspector().isMadeUp(canonical, name.apply(other)))
                        .anyMatch(other -> sameContent.test(one, other));
    }

    private static <T> @Nullable T sameAs(
            T form, List<T> candidates, BiPredicate<T, T> sameContent, Predicate<T> condition) {
        return candidates.stream()
                .filter(condition)
                .filter(other -> sameContent.test(form, other))
                .findFirst()
                .orElse(null);
    }

    private void renameConstraint(String from, String to) {
        changes.add(Phase.RENAME_CONSTRAINTS, new RenameConstraint(table(), from, to));
    }

    private void renameIndex(String from, String to) {
        changes.add(Phase.RENAME_INDEXES, new RenameIndex(table(), from, to));
    }

    private <T> T canonicalOf(T one, List<T> said, Function<T, String> name) {
        T form = byName(said, name, stored(name.apply(one)));
        return form == null ? one : form;
    }

    private static <T> @Nullable T byName(List<T> all, Function<T, String> name, String wanted) {
        return all.stream()
                .filter(one -> name.apply(one).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    private static <T> List<T> present(@Nullable T one) {
        return one == null ? List.of() : List.of(one);
    }

    /** The name as the database keeps it. */
    private String stored(String name) {
        return StoredName.of(name, dialect.capabilities().maxIdentifierBytes());
    }

    private boolean has(Feature feature) {
        return dialect.capabilities().has(feature);
    }
}
