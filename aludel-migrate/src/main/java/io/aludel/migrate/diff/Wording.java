// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Identifiers;
import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.migrate.op.AddCheck;
import io.aludel.migrate.op.AddColumn;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.AddPrimaryKey;
import io.aludel.migrate.op.AddUniqueKey;
import io.aludel.migrate.op.AlterColumn;
import io.aludel.migrate.op.CommentTable;
import io.aludel.migrate.op.CreateIndex;
import io.aludel.migrate.op.CreateSequence;
import io.aludel.migrate.op.CreateTable;
import io.aludel.migrate.op.DropCheck;
import io.aludel.migrate.op.DropColumn;
import io.aludel.migrate.op.DropForeignKey;
import io.aludel.migrate.op.DropIndex;
import io.aludel.migrate.op.DropPrimaryKey;
import io.aludel.migrate.op.DropSequence;
import io.aludel.migrate.op.DropTable;
import io.aludel.migrate.op.DropUniqueKey;
import io.aludel.migrate.op.ExecuteSql;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.RenameColumn;
import io.aludel.migrate.op.RenameTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Operations for people who ask what differs: what is added and what goes, of a column both spellings, in the database's own words. Of what is
 * dropped without saying what it was, only the name.
 */
public record Wording(Dialect dialect) implements Operation.Visitor<String> {
    private static final String NONE = "none";

    /** {@code alter column "name" of table "pet": type varchar(40) -> varchar(60)}. */
    public String of(Operation operation) {
        String what = operation.accept(this);
        return operation.describe() + (what.isEmpty() ? "" : ": " + what);
    }

    @Override
    public String createTable(CreateTable operation) {
        return table(operation.table());
    }

    @Override
    public String dropTable(DropTable operation) {
        return operation.former() == null ? "" : table(operation.former());
    }

    @Override
    public String renameTable(RenameTable operation) {
        return "";
    }

    @Override
    public String commentTable(CommentTable operation) {
        return orNone(operation.former()) + " -> " + orNone(operation.comment());
    }

    @Override
    public String addColumn(AddColumn operation) {
        return column(operation.column());
    }

    @Override
    public String dropColumn(DropColumn operation) {
        return operation.former() == null ? "" : column(operation.former());
    }

    @Override
    public String alterColumn(AlterColumn operation) {
        Column from = operation.from();
        Column to = operation.to();
        List<String> changes = new ArrayList<>();
        change(changes, "type ", type(from), type(to));
        change(changes, "", from.nullable() ? "null" : "not null", to.nullable() ? "null" : "not null");
        change(changes, "default ", value(from.defaultValue()), value(to.defaultValue()));
        change(changes, "generated ", generated(from.generation()), generated(to.generation()));
        change(changes, "collation ", orNone(from.collation()), orNone(to.collation()));
        change(changes, "comment ", orNone(from.comment()), orNone(to.comment()));
        return String.join(", ", changes);
    }

    @Override
    public String renameColumn(RenameColumn operation) {
        return "";
    }

    @Override
    public String addPrimaryKey(AddPrimaryKey operation) {
        return list(operation.key().columns());
    }

    @Override
    public String dropPrimaryKey(DropPrimaryKey operation) {
        return operation.former() == null ? "" : list(operation.former().columns());
    }

    @Override
    public String addUniqueKey(AddUniqueKey operation) {
        return list(operation.key().columns());
    }

    @Override
    public String dropUniqueKey(DropUniqueKey operation) {
        return operation.former() == null ? "" : list(operation.former().columns());
    }

    @Override
    public String addForeignKey(AddForeignKey operation) {
        return foreignKey(operation.key());
    }

    @Override
    public String dropForeignKey(DropForeignKey operation) {
        return operation.former() == null ? "" : foreignKey(operation.former());
    }

    @Override
    public String addCheck(AddCheck operation) {
        return check(operation.check());
    }

    @Override
    public String dropCheck(DropCheck operation) {
        return operation.former() == null ? "" : check(operation.former());
    }

    @Override
    public String createIndex(CreateIndex operation) {
        return index(operation.index());
    }

    @Override
    public String dropIndex(DropIndex operation) {
        return operation.former() == null ? "" : index(operation.former());
    }

    @Override
    public String createSequence(CreateSequence operation) {
        return sequence(operation.sequence());
    }

    @Override
    public String dropSequence(DropSequence operation) {
        return operation.former() == null ? "" : sequence(operation.former());
    }

    @Override
    public String executeSql(ExecuteSql operation) {
        return "";
    }

    private static void change(List<String> changes, String what, String from, String to) {
        if (!from.equals(to)) {
            changes.add(what + from + " -> " + to);
        }
    }

    private String table(Table table) {
        return list(table.columns().stream().map(Column::name).toList());
    }

    private String column(Column column) {
        return type(column)
                + (column.nullable() ? "" : " not null")
                + (column.defaultValue().equals(Default.NONE) ? "" : " default " + value(column.defaultValue()))
                + (column.generation().equals(Generation.NONE) ? "" : " generated " + generated(column.generation()));
    }

    private String type(Column column) {
        return dialect.types().declaration(column.type());
    }

    private String value(Default value) {
        return value instanceof Default.Of given ? inline(given.expression()) : NONE;
    }

    private String generated(Generation generation) {
        if (generation instanceof Generation.Identity identity) {
            return (identity.always() ? "always " : "") + "as identity"
                    + numbering(identity.start(), identity.increment());
        }
        return generation instanceof Generation.Computed computed
                ? "as (" + inline(computed.expression()) + ")" + (computed.stored() ? " stored" : "")
                : NONE;
    }

    private static String numbering(long start, long increment) {
        return start == 1 && increment == 1 ? "" : " from " + start + " by " + increment;
    }

    private static String orNone(@Nullable String text) {
        return text == null ? NONE : '"' + text + '"';
    }

    private String foreignKey(ForeignKey key) {
        return list(key.columns()) + " references " + name(key.target()) + " " + list(key.targetColumns())
                + (key.onDelete() == ForeignKey.Action.NO_ACTION
                        ? ""
                        : " on delete " + key.onDelete().sql())
                + (key.onUpdate() == ForeignKey.Action.NO_ACTION
                        ? ""
                        : " on update " + key.onUpdate().sql())
                + (key.match() == ForeignKey.Match.FULL ? " match full" : "")
                + key.deferral().sql()
                + (key.validated() ? "" : " not valid");
    }

    private String name(TableName table) {
        String schema = table.schema();
        return (schema == null ? "" : Identifiers.quoteIfNeeded(schema) + ".")
                + Identifiers.quoteIfNeeded(table.name());
    }

    private String check(Check check) {
        return inline(check.condition());
    }

    private String index(Index index) {
        Expression predicate = index.predicate();
        return (index.unique() ? "unique " : "")
                + index.parts().stream()
                        .map(part -> inline(part.expression()) + (part.descending() ? " desc" : ""))
                        .collect(Collectors.joining(", ", "(", ")"))
                + (predicate == null ? "" : " where " + inline(predicate));
    }

    private static String sequence(Sequence sequence) {
        return "from " + sequence.start() + " by " + sequence.increment();
    }

    private String list(List<String> names) {
        return names.stream().map(Identifiers::quoteIfNeeded).collect(Collectors.joining(", ", "(", ")"));
    }

    private String inline(Expression expression) {
        return dialect.newRenderer().renderInline(expression);
    }
}
