// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.mapping.FormerNames;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.RenameColumn;
import io.aludel.migrate.op.RenameTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which renamings are to be done: those that somebody gave, which must fit, and those that the model tells of, where they are still to be done. A
 * renaming fits where the database has the former name only, and the model the new one only.
 */
final class RenameDecisions {
    private final Schema model;
    private final Schema live;
    /** By the former name. */
    private final Map<TableName, RenameTable> tables = new LinkedHashMap<>();

    private final Map<TableName, List<RenameColumn>> columns = new LinkedHashMap<>();

    RenameDecisions(Schema model, Schema live) {
        this.model = model;
        this.live = live;
    }

    /** Tables first, and columns under the tables' new names. */
    List<Operation> taken(List<Renaming> given, FormerNames told) {
        List<Renaming> ofColumns = new ArrayList<>();
        for (Renaming renaming : given) {
            if (column(renaming).isPresent()) {
                ofColumns.add(renaming);
            } else {
                givenTable(renaming);
            }
        }
        told.tables()
                .forEach(former ->
                        toldTable(TableName.of(former.table().schema(), former.formerName()), former.table()));
        ofColumns.forEach(this::givenColumn);
        told.columns().forEach(this::toldColumn);
        List<Operation> all = new ArrayList<>(tables.values());
        columns.values().forEach(all::addAll);
        return all;
    }

    private void givenTable(Renaming renaming) {
        TableName from = table(renaming.from());
        TableName to = table(renaming.to());
        refuse(renaming, whyNot(from, to));
        tables.put(from, new RenameTable(from, to));
    }

    private void toldTable(TableName from, TableName to) {
        if (whyNot(from, to) == null) {
            tables.put(from, new RenameTable(from, to));
        }
    }

    private @Nullable String whyNot(TableName from, TableName to) {
        boolean taken = tables.containsKey(from)
                || tables.values().stream().anyMatch(other -> other.to().equals(to));
        if (taken) {
            return "one of the two is in another renaming already";
        }
        if (live.table(from).isEmpty()) {
            return "the database has no table \"" + from + "\"";
        }
        if (live.table(to).isPresent()) {
            return "the database has a table \"" + to + "\" already";
        }
        if (model.table(to).isEmpty()) {
            return "the model has no table \"" + to + "\"";
        }
        if (model.table(from).isPresent()) {
            return "the model still has a table \"" + from + "\"";
        }
        return from.schema() == null
                ? to.schema() == null ? null : OTHER_SCHEMA
                : from.schema().equals(to.schema()) ? null : OTHER_SCHEMA;
    }

    private static final String OTHER_SCHEMA = "a table stays in its schema";

    private void givenColumn(Renaming renaming) {
        TableName table = column(renaming).orElseThrow();
        TableName former = table(renaming.from().subList(0, renaming.from().size() - 1));
        String from = last(renaming.from());
        String to = last(renaming.to());
        boolean sameTable = former.equals(table) || former.equals(formerName(table));
        refuse(renaming, sameTable ? whyNot(table, from, to) : "a column stays in its table");
        add(table, from, to);
    }

    private void toldColumn(FormerNames.OfColumn former) {
        if (whyNot(former.table(), former.formerName(), former.column()) == null) {
            add(former.table(), former.formerName(), former.column());
        }
    }

    private void add(TableName table, String from, String to) {
        columns.computeIfAbsent(table, key -> new ArrayList<>()).add(new RenameColumn(table, from, to));
    }

    private @Nullable String whyNot(TableName table, String from, String to) {
        boolean taken = columns.getOrDefault(table, List.of()).stream()
                .anyMatch(other -> other.from().equals(from) || other.to().equals(to));
        if (taken) {
            return "one of the two is in another renaming already";
        }
        Optional<Table> found = live.table(formerName(table));
        Optional<Table> wanted = model.table(table);
        if (found.isEmpty() || found.get().column(from).isEmpty()) {
            return "the database has no column \"" + from + "\" in table \"" + formerName(table) + "\"";
        }
        if (found.get().column(to).isPresent()) {
            return "the database has a column \"" + to + "\" in table \"" + formerName(table) + "\" already";
        }
        if (wanted.isEmpty() || wanted.get().column(to).isEmpty()) {
            return "the model has no column \"" + to + "\" in table \"" + table + "\"";
        }
        return wanted.get().column(from).isPresent()
                ? "the model still has a column \"" + from + "\" in table \"" + table + "\""
                : null;
    }

    /** What the database calls the model's table. */
    private TableName formerName(TableName table) {
        return tables.values().stream()
                .filter(rename -> rename.to().equals(table))
                .map(RenameTable::from)
                .findFirst()
                .orElse(table);
    }

    /** The model's table whose column it renames; empty where it renames a table. */
    private Optional<TableName> column(Renaming renaming) {
        List<String> to = renaming.to();
        if (to.size() < 2) {
            return Optional.empty();
        }
        TableName table = table(to.subList(0, to.size() - 1));
        return to.size() == 3 || model.table(table).isPresent() ? Optional.of(table) : Optional.empty();
    }

    private static TableName table(List<String> parts) {
        return parts.size() == 1 ? TableName.of(parts.get(0)) : TableName.of(parts.get(0), parts.get(1));
    }

    private static String last(List<String> parts) {
        return parts.get(parts.size() - 1);
    }

    private static void refuse(Renaming renaming, @Nullable String reason) {
        if (reason != null) {
            throw new MigrationException(
                    "MIG-051",
                    "Nothing is renamed by \"" + renaming + "\": " + reason
                            + ". Say what the database has before the colon, and what the model has behind it.");
        }
    }
}
