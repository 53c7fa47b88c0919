// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Identifiers;
import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.schema.View;
import io.aludel.core.type.SqlType;
import io.aludel.migrate.op.AddCheck;
import io.aludel.migrate.op.AddColumn;
import io.aludel.migrate.op.AddEnumValue;
import io.aludel.migrate.op.AddExclusion;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.AddPrimaryKey;
import io.aludel.migrate.op.AddUniqueKey;
import io.aludel.migrate.op.AlterColumn;
import io.aludel.migrate.op.AlterSequence;
import io.aludel.migrate.op.CommentTable;
import io.aludel.migrate.op.CreateDomain;
import io.aludel.migrate.op.CreateEnumType;
import io.aludel.migrate.op.CreateIndex;
import io.aludel.migrate.op.CreateRoutine;
import io.aludel.migrate.op.CreateSchema;
import io.aludel.migrate.op.CreateSequence;
import io.aludel.migrate.op.CreateTable;
import io.aludel.migrate.op.CreateTrigger;
import io.aludel.migrate.op.CreateView;
import io.aludel.migrate.op.DeleteRows;
import io.aludel.migrate.op.DropCheck;
import io.aludel.migrate.op.DropColumn;
import io.aludel.migrate.op.DropDomain;
import io.aludel.migrate.op.DropEnumType;
import io.aludel.migrate.op.DropEnumValue;
import io.aludel.migrate.op.DropExclusion;
import io.aludel.migrate.op.DropForeignKey;
import io.aludel.migrate.op.DropIndex;
import io.aludel.migrate.op.DropPrimaryKey;
import io.aludel.migrate.op.DropRoutine;
import io.aludel.migrate.op.DropSchema;
import io.aludel.migrate.op.DropSequence;
import io.aludel.migrate.op.DropTable;
import io.aludel.migrate.op.DropTrigger;
import io.aludel.migrate.op.DropUniqueKey;
import io.aludel.migrate.op.DropView;
import io.aludel.migrate.op.ExecuteSql;
import io.aludel.migrate.op.IfNeeded;
import io.aludel.migrate.op.InsertRows;
import io.aludel.migrate.op.InsertSelected;
import io.aludel.migrate.op.OnDialects;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.RenameColumn;
import io.aludel.migrate.op.RenameConstraint;
import io.aludel.migrate.op.RenameEnumType;
import io.aludel.migrate.op.RenameEnumValue;
import io.aludel.migrate.op.RenameIndex;
import io.aludel.migrate.op.RenameSequence;
import io.aludel.migrate.op.RenameTable;
import io.aludel.migrate.op.Replace;
import io.aludel.migrate.op.UpdateRows;
import io.aludel.migrate.op.ValidateConstraint;
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
        return column(operation.column()) + filled(operation.fill());
    }

    @Override
    public String dropColumn(DropColumn operation) {
        return operation.former() == null ? "" : column(operation.former()) + filled(operation.fill());
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
        return String.join(", ", changes) + filled(operation.onward().fill());
    }

    private String filled(@Nullable Expression fill) {
        return fill == null ? "" : " filled with " + inline(fill);
    }

    @Override
    public String renameColumn(RenameColumn operation) {
        return "";
    }

    @Override
    public String addPrimaryKey(AddPrimaryKey operation) {
        return primaryKey(operation.key());
    }

    @Override
    public String dropPrimaryKey(DropPrimaryKey operation) {
        return operation.former() == null ? "" : primaryKey(operation.former());
    }

    @Override
    public String addUniqueKey(AddUniqueKey operation) {
        return uniqueKey(operation.key());
    }

    @Override
    public String dropUniqueKey(DropUniqueKey operation) {
        return operation.former() == null ? "" : uniqueKey(operation.former());
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
        return index(operation.index()) + (operation.concurrently() ? " concurrently" : "");
    }

    @Override
    public String dropIndex(DropIndex operation) {
        return operation.former() == null ? "" : index(operation.former());
    }

    @Override
    public String addExclusion(AddExclusion operation) {
        return exclusion(operation.exclusion());
    }

    @Override
    public String dropExclusion(DropExclusion operation) {
        return operation.former() == null ? "" : exclusion(operation.former());
    }

    @Override
    public String alterSequence(AlterSequence operation) {
        Sequence from = operation.from();
        Sequence to = operation.to();
        List<String> changes = new ArrayList<>();
        change(changes, "type ", type(from.type()), type(to.type()));
        change(changes, "", numbering(from.numbering()), numbering(to.numbering()));
        change(changes, "owner ", owner(from.owner()), owner(to.owner()));
        change(changes, "comment ", orNone(from.comment()), orNone(to.comment()));
        return String.join(", ", changes);
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
    public String createEnumType(CreateEnumType operation) {
        return values(operation.type());
    }

    @Override
    public String dropEnumType(DropEnumType operation) {
        return operation.former() == null ? "" : values(operation.former());
    }

    @Override
    public String addEnumValue(AddEnumValue operation) {
        return operation.before() == null ? "" : "before " + orNone(operation.before());
    }

    @Override
    public String createDomain(CreateDomain operation) {
        return domain(operation.domain());
    }

    @Override
    public String dropDomain(DropDomain operation) {
        return operation.former() == null ? "" : domain(operation.former());
    }

    @Override
    public String createView(CreateView operation) {
        return view(operation.view());
    }

    @Override
    public String dropView(DropView operation) {
        return operation.former() == null ? "" : view(operation.former());
    }

    @Override
    public String createRoutine(CreateRoutine operation) {
        return oneLine(operation.routine().definition());
    }

    @Override
    public String dropRoutine(DropRoutine operation) {
        return operation.former() == null ? "" : oneLine(operation.former().definition());
    }

    @Override
    public String createTrigger(CreateTrigger operation) {
        return oneLine(operation.trigger().definition());
    }

    @Override
    public String dropTrigger(DropTrigger operation) {
        return operation.former() == null ? "" : oneLine(operation.former().definition());
    }

    @Override
    public String createSchema(CreateSchema operation) {
        return "";
    }

    @Override
    public String dropSchema(DropSchema operation) {
        return "";
    }

    @Override
    public String renameConstraint(RenameConstraint operation) {
        return "";
    }

    @Override
    public String validateConstraint(ValidateConstraint operation) {
        return "";
    }

    @Override
    public String renameIndex(RenameIndex operation) {
        return "";
    }

    @Override
    public String renameSequence(RenameSequence operation) {
        return "";
    }

    @Override
    public String renameEnumType(RenameEnumType operation) {
        return "";
    }

    @Override
    public String renameEnumValue(RenameEnumValue operation) {
        return "";
    }

    @Override
    public String insertRows(InsertRows operation) {
        return "";
    }

    @Override
    public String insertSelected(InsertSelected operation) {
        return "";
    }

    @Override
    public String updateRows(UpdateRows operation) {
        return "";
    }

    @Override
    public String deleteRows(DeleteRows operation) {
        return "";
    }

    @Override
    public String dropEnumValue(DropEnumValue operation) {
        return operation.replacement() == null ? "" : "replaced by " + orNone(operation.replacement());
    }

    @Override
    public String executeSql(ExecuteSql operation) {
        return "";
    }

    @Override
    public String replace(Replace operation) {
        String former = operation.drop().accept(this);
        String created = operation.create().accept(this);
        return former.isEmpty() ? created : former + " -> " + created;
    }

    @Override
    public String ifNeeded(IfNeeded operation) {
        return operation.operation().accept(this);
    }

    @Override
    public String onDialects(OnDialects operation) {
        return operation.operation().accept(this);
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
                + collation(column.collation())
                + (column.nullable() ? "" : " not null")
                + (column.defaultValue().equals(Default.NONE) ? "" : " default " + value(column.defaultValue()))
                + (column.generation().equals(Generation.NONE) ? "" : " generated " + generated(column.generation()))
                + comment(column.comment());
    }

    private static String collation(@Nullable String collation) {
        return collation == null ? "" : " collate " + Identifiers.quote(collation);
    }

    private static String comment(@Nullable String comment) {
        return comment == null ? "" : " comment " + orNone(comment);
    }

    private String type(Column column) {
        return dialect.types().declaration(column.type());
    }

    private String type(@Nullable SqlType type) {
        return type == null ? "usual" : dialect.types().declaration(type);
    }

    private String value(Default value) {
        return value instanceof Default.Of given ? inline(given.expression()) : NONE;
    }

    private String generated(Generation generation) {
        if (generation instanceof Generation.Identity identity) {
            return (identity.always() ? "always " : "") + "as identity"
                    + (identity.numbering().equals(Numbering.STANDARD) ? "" : " " + numbering(identity.numbering()));
        }
        return generation instanceof Generation.Computed computed
                ? "as (" + inline(computed.expression()) + ")" + (computed.stored() ? " stored" : "")
                : NONE;
    }

    /** All that is not usual. */
    private static String numbering(Numbering numbering) {
        return "from " + numbering.start() + " by " + numbering.increment()
                + (numbering.minimum() == null ? "" : " minimum " + numbering.minimum())
                + (numbering.maximum() == null ? "" : " maximum " + numbering.maximum())
                + (numbering.cache() == 1 ? "" : " cache " + numbering.cache())
                + (numbering.cycle() ? " cycle" : "");
    }

    private String owner(Sequence.@Nullable Owner owner) {
        return owner == null ? NONE : name(owner.table()) + "." + Identifiers.quoteIfNeeded(owner.column());
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

    private String primaryKey(PrimaryKey key) {
        return list(key.columns()) + include(key.include()) + key.deferral().sql();
    }

    private String uniqueKey(UniqueKey key) {
        return list(key.columns())
                + include(key.include())
                + (key.nullsDistinct() ? "" : " nulls not distinct")
                + key.deferral().sql();
    }

    private String include(List<String> columns) {
        return columns.isEmpty() ? "" : " include " + list(columns);
    }

    private String check(Check check) {
        return inline(check.condition()) + (check.validated() ? "" : " not valid");
    }

    private String index(Index index) {
        return (index.unique() ? "unique " : "")
                + using(index.method())
                + index.parts().stream().map(this::part).collect(Collectors.joining(", ", "(", ")"))
                + include(index.include())
                + (index.nullsDistinct() ? "" : " nulls not distinct")
                + options(index.options())
                + where(index.predicate());
    }

    private String part(Index.Part part) {
        return inline(part.expression())
                + (part.length() == null ? "" : "(" + part.length() + ")")
                + collation(part.collation())
                + (part.operatorClass() == null ? "" : " " + part.operatorClass())
                + (part.descending() ? " desc" : "")
                + part.nulls().sql();
    }

    private String exclusion(Exclusion exclusion) {
        return using(exclusion.method())
                + exclusion.elements().stream()
                        .map(element -> part(element.part()) + " with " + element.operator())
                        .collect(Collectors.joining(", ", "(", ")"))
                + where(exclusion.predicate())
                + exclusion.deferral().sql();
    }

    private static String using(@Nullable String method) {
        return method == null ? "" : "using " + method + " ";
    }

    private static String options(List<String> options) {
        return options.isEmpty() ? "" : " with (" + String.join(", ", options) + ")";
    }

    private String where(@Nullable Expression predicate) {
        return predicate == null ? "" : " where " + inline(predicate);
    }

    private String sequence(Sequence sequence) {
        return (sequence.type() == null ? "" : type(sequence.type()) + " ")
                + numbering(sequence.numbering())
                + (sequence.owner() == null ? "" : " of " + owner(sequence.owner()))
                + comment(sequence.comment());
    }

    private static String values(EnumType type) {
        return type.values().stream().map(Wording::orNone).collect(Collectors.joining(", ", "(", ")"))
                + comment(type.comment());
    }

    private String domain(Domain domain) {
        return type(domain.type())
                + collation(domain.collation())
                + (domain.nullable() ? "" : " not null")
                + (domain.defaultValue().equals(Default.NONE) ? "" : " default " + value(domain.defaultValue()))
                + domain.checks().stream()
                        .map(check -> " check (" + check(check) + ")")
                        .collect(Collectors.joining())
                + comment(domain.comment());
    }

    private String view(View view) {
        return (view.materialized() ? "materialized " : "")
                + (view.columns().isEmpty() ? "" : list(view.columns()) + " ")
                + (view.options().isEmpty() ? "" : options(view.options()).strip() + " ")
                + "as " + oneLine(view.query())
                + view.indexes().stream()
                        .map(index -> ", index " + Identifiers.quoteIfNeeded(index.name()) + " " + index(index))
                        .collect(Collectors.joining())
                + comment(view.comment());
    }

    private static String oneLine(Definition definition) {
        return definition.text().strip().replaceAll("\\s+", " ");
    }

    private String list(List<String> names) {
        return names.stream().map(Identifiers::quoteIfNeeded).collect(Collectors.joining(", ", "(", ")"));
    }

    private String inline(Expression expression) {
        return dialect.newRenderer().renderInline(expression);
    }
}
