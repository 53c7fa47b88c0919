// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.flush;

import io.aludel.core.dialect.RenderedSql;
import io.aludel.engine.EngineConnection;
import io.aludel.mapping.model.IdGeneration;
import io.aludel.orm.entity.EntityMapping;
import io.aludel.orm.entity.EntityStatements;
import io.aludel.orm.entity.MappedColumn;
import io.aludel.orm.entity.ToOne;
import io.aludel.orm.entity.WholeNumber;
import io.aludel.orm.error.StaleEntityException;
import io.aludel.orm.state.Entry;
import io.aludel.orm.state.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Executes the steps of a flush, and tells the objects what the database says: identifiers, versions, rows that are gone. */
final class Writer {
    private final PersistenceContext context;
    private final EngineConnection connection;
    private final SequenceBlocks sequences;

    Writer(PersistenceContext context, EngineConnection connection, SequenceBlocks sequences) {
        this.context = context;
        this.connection = connection;
        this.sequences = sequences;
    }

    void write(FlushStep step) {
        if (step instanceof FlushStep.Insert insert) {
            insert(insert);
        } else if (step instanceof FlushStep.Update update) {
            update(update);
        } else if (step instanceof FlushStep.Link link) {
            link(link);
        } else if (step instanceof FlushStep.Delete delete) {
            delete(delete);
        }
    }

    private void insert(FlushStep.Insert step) {
        EntityMapping mapping = step.mapping();
        step.entries().forEach(this::identify);
        List<@Nullable Object[]> rows = new ArrayList<>(step.entries().size());
        for (Entry entry : step.entries()) {
            startVersion(entry);
            rows.add(values(entry, step.columns(), step.columns().size(), step.postponed()));
        }
        long[] keys = connection.insert(mapping.statements().insert(step.columns()), rows);
        for (int i = 0; i < rows.size(); i++) {
            Entry entry = step.entries().get(i);
            if (keys.length > 0) {
                entry.id(WholeNumber.of(keys[i], mapping.id().type().javaType()));
                mapping.setId(entry.entity(), entry.knownId());
            }
            context.inserted(entry);
        }
    }

    /** Gives a row the identifier that it is inserted with; an identity comes afterwards. */
    private void identify(Entry entry) {
        EntityMapping mapping = entry.mapping();
        IdGeneration generation = mapping.idGeneration();
        if (generation instanceof IdGeneration.Assigned) {
            entry.id(mapping.idOf(entry.entity()));
            return;
        }
        if (generation instanceof IdGeneration.FromSequence from) {
            long number = sequences.next(from.sequence(), connection);
            entry.id(WholeNumber.of(number, mapping.id().type().javaType()));
        } else if (generation instanceof IdGeneration.RandomUuid) {
            entry.id(UUID.randomUUID());
        } else {
            return;
        }
        mapping.setId(entry.entity(), entry.knownId());
    }

    private static void startVersion(Entry entry) {
        MappedColumn version = entry.mapping().version();
        if (version != null && entry.mapping().access().get(entry.entity(), version.member()) == null) {
            entry.mapping().access().set(entry.entity(), version.member(), version(version, 0));
        }
    }

    private void update(FlushStep.Update step) {
        EntityMapping mapping = step.mapping();
        MappedColumn version = mapping.version();
        List<MappedColumn> columns = new ArrayList<>(step.columns());
        if (version != null) {
            columns.add(version);
        }
        List<@Nullable Object[]> rows = new ArrayList<>(step.entries().size());
        for (Entry entry : step.entries()) {
            @Nullable
            Object[] values = values(entry, step.columns(), columns.size() + (version == null ? 1 : 2), Set.of());
            values[columns.size()] = entry.knownId();
            if (version != null) {
                Object before = before(entry, version);
                values[columns.size() - 1] = version(version, ((Number) before).longValue() + 1);
                values[columns.size() + 1] = before;
            }
            rows.add(values);
        }
        execute(
                mapping.statements().update(connection.dialect(), columns, version != null),
                rows,
                step.entries(),
                "changed");
        if (version != null) {
            for (int i = 0; i < rows.size(); i++) {
                Entry entry = step.entries().get(i);
                context.history().remember(entry);
                mapping.access().set(entry.entity(), version.member(), rows.get(i)[columns.size() - 1]);
            }
        }
    }

    private void link(FlushStep.Link step) {
        ToOne toOne = step.toOne();
        EntityStatements statements = toOne.owner().statements();
        List<@Nullable Object[]> rows = new ArrayList<>(step.entries().size());
        for (Entry entry : step.entries()) {
            rows.add(new @Nullable Object[] {step.clear() ? null : targetId(toOne, entry), entry.knownId()});
        }
        RenderedSql sql = statements.update(connection.dialect(), List.of(toOne.column()), false);
        execute(sql, rows, step.entries(), step.clear() ? "deleted" : "linked");
    }

    private void delete(FlushStep.Delete step) {
        EntityMapping mapping = step.mapping();
        MappedColumn version = mapping.version();
        List<@Nullable Object[]> rows = new ArrayList<>(step.entries().size());
        for (Entry entry : step.entries()) {
            rows.add(
                    version == null
                            ? new @Nullable Object[] {entry.knownId()}
                            : new @Nullable Object[] {entry.knownId(), before(entry, version)});
        }
        execute(mapping.statements().delete(connection.dialect()), rows, step.entries(), "deleted");
        step.entries().forEach(context::letGo);
    }

    private void execute(RenderedSql sql, List<@Nullable Object[]> rows, List<Entry> entries, String done) {
        int[] counts = connection.batch(sql, rows);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                Entry entry = entries.get(i);
                throw new StaleEntityException(
                        entry + " cannot be " + done
                                + ": its row was changed or deleted by another transaction since it was read."
                                + " Roll back, read it again, and decide anew.",
                        entry.entity(),
                        entry.knownId());
            }
        }
    }

    private @Nullable Object[] values(
            Entry entry, List<MappedColumn> columns, int length, Set<FlushStep.Key> postponed) {
        EntityMapping mapping = entry.mapping();
        int firstToOne = mapping.attributes().size();
        @Nullable Object[] values = new Object[length];
        for (int i = 0; i < columns.size(); i++) {
            MappedColumn column = columns.get(i);
            if (column.member() < firstToOne) {
                values[i] = Fit.held(column, mapping.access().get(entry.entity(), column.member()));
            } else {
                ToOne toOne = mapping.toOne(column);
                values[i] = postponed.contains(new FlushStep.Key(entry, toOne)) ? null : targetId(toOne, entry);
            }
        }
        return values;
    }

    private @Nullable Object targetId(ToOne toOne, Entry entry) {
        Object target = toOne.get(entry.entity());
        return target == null
                ? null
                : Objects.requireNonNull(context.entry(target), "checked before")
                        .knownId();
    }

    private static Object before(Entry entry, MappedColumn version) {
        return Objects.requireNonNull(
                entry.mapping().access().snapshotValue(entry.snapshot(), version.member()), "a version is never null");
    }

    private static Object version(MappedColumn column, long number) {
        return WholeNumber.of(number, column.type().javaType());
    }
}
