// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.name.TableName;
import io.aludel.mapping.FormerNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a comparison is to know beside the two schemas.
 *
 * @param ignored tables of the database that are nobody's business, such as our own ledger; no model has them
 * @param tables which tables take part, by name
 * @param objects which objects take part, whatever they look like
 * @param columns when two columns are the same
 * @param formerNames what the model says to have been called otherwise; of no effect where that has happened already
 * @param renamings what was renamed, as somebody decided; each must fit
 * @param accepted what is spelled in two ways and means the same, as somebody decided
 */
public record DiffOptions(
        Set<TableName> ignored,
        TableFilter tables,
        ObjectFilter objects,
        ColumnComparator columns,
        FormerNames formerNames,
        List<Renaming> renamings,
        AcceptedSpellings accepted) {
    public static final DiffOptions USUAL = new DiffOptions(
            Set.of(),
            TableFilter.USUAL,
            ObjectFilter.ALL,
            ColumnComparator.NONE,
            FormerNames.NONE,
            List.of(),
            AcceptedSpellings.NONE);

    public DiffOptions {
        ignored = Set.copyOf(ignored);
        Objects.requireNonNull(tables, "tables");
        Objects.requireNonNull(objects, "objects");
        Objects.requireNonNull(columns, "columns");
        Objects.requireNonNull(formerNames, "formerNames");
        renamings = List.copyOf(renamings);
        Objects.requireNonNull(accepted, "accepted");
    }

    public DiffOptions ignoring(Set<TableName> ignored) {
        return new DiffOptions(ignored, tables, objects, columns, formerNames, renamings, accepted);
    }

    public DiffOptions with(TableFilter tables) {
        return new DiffOptions(ignored, tables, objects, columns, formerNames, renamings, accepted);
    }

    public DiffOptions with(ObjectFilter objects) {
        return new DiffOptions(ignored, tables, objects, columns, formerNames, renamings, accepted);
    }

    public DiffOptions with(ColumnComparator columns) {
        return new DiffOptions(ignored, tables, objects, columns, formerNames, renamings, accepted);
    }

    public DiffOptions with(FormerNames formerNames) {
        return new DiffOptions(ignored, tables, objects, columns, formerNames, renamings, accepted);
    }

    public DiffOptions with(AcceptedSpellings accepted) {
        return new DiffOptions(ignored, tables, objects, columns, formerNames, renamings, accepted);
    }

    /** The same and these renamings. */
    public DiffOptions renaming(List<Renaming> more) {
        List<Renaming> all = new ArrayList<>(renamings);
        all.addAll(more);
        return new DiffOptions(ignored, tables, objects, columns, formerNames, all, accepted);
    }
}
