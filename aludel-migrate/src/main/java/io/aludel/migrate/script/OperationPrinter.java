// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import static io.aludel.migrate.script.DefinitionPrinter.number;
import static io.aludel.migrate.script.DefinitionPrinter.quotedAll;
import static io.aludel.migrate.script.DefinitionPrinter.text;
import static io.aludel.migrate.script.JavaLiteral.quoted;

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
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Trigger;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.schema.View;
import io.aludel.migrate.op.AddCheck;
import io.aludel.migrate.op.AddColumn;
import io.aludel.migrate.op.AddEnumValue;
import io.aludel.migrate.op.AddExclusion;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.AddPrimaryKey;
import io.aludel.migrate.op.AddUniqueKey;
import io.aludel.migrate.op.AlterColumn;
import io.aludel.migrate.op.AlterSequence;
import io.aludel.migrate.op.ColumnValues;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Operations as Java source: the calls of {@code Operations} that make them again. A drop is printed without what it drops. */
final class OperationPrinter implements Operation.Visitor<JavaBlock> {
    private final Imports imports;
    /** What each call begins with. */
    private final JavaChain op;

    /** It says already which databases it is for. */
    private final boolean isLimited;

    private final DefinitionPrinter rest;
    private final TermPrinter terms;
    private final TypePrinter types;

    OperationPrinter(Imports imports) {
        this(imports, JavaChain.word("op"), false);
    }

    private OperationPrinter(Imports imports, JavaChain op, boolean isLimited) {
        this.imports = imports;
        this.op = op;
        this.isLimited = isLimited;
        this.rest = new DefinitionPrinter(imports);
        this.terms = new TermPrinter(imports);
        this.types = new TypePrinter(imports);
    }

    JavaBlock print(Operation operation) {
        return operation.accept(this);
    }

    /** What a call for this table begins with: {@code op}, or {@code op.inSchema("app")}. */
    private JavaChain op(TableName table) {
        String schema = table.schema();
        return schema == null ? op : op.call("inSchema", quoted(schema));
    }

    /** The same where a text is for one database only. */
    private JavaChain op(TableName name, @Nullable Definition text) {
        String dialect = text == null ? null : text.dialect();
        return dialect == null || isLimited
                ? op(name)
                : new OperationPrinter(imports, op.call("on", quoted(dialect)), true).op(name);
    }

    private JavaBlock drop(String method, String name, TableName table) {
        return JavaBlock.of(op(table).call(method, quoted(name), quoted(table.name())));
    }

    @Override
    public JavaBlock createTable(CreateTable operation) {
        Table table = operation.table();
        List<JavaChain> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(tableColumn(column)));
        PrimaryKey key = table.primaryKey();
        if (key != null) {
            lines.add(rest.primaryKey(
                    JavaChain.word("t").call("primaryKey", quotedAll(List.of(key.name()), key.columns())), key));
        }
        table.uniqueKeys()
                .forEach(unique -> lines.add(rest.uniqueKey(
                        JavaChain.word("t").call("unique", quotedAll(List.of(unique.name()), unique.columns())),
                        unique)));
        table.foreignKeys()
                .forEach(foreign -> lines.add(rest.foreignKey(
                        JavaChain.word("t").call("foreignKey", quotedAll(List.of(foreign.name()), foreign.columns())),
                        foreign)));
        table.checks()
                .forEach(check -> lines.add(rest.check(
                        JavaChain.word("t").call("check", rest.named(List.of(check.name()), check)), check)));
        table.exclusions()
                .forEach(exclusion -> lines.add(rest.exclusion(
                        JavaChain.word("t").call("exclusion", rest.elements(List.of(exclusion.name()), exclusion)),
                        exclusion)));
        table.indexes()
                .forEach(index -> lines.add(rest.index(
                        JavaChain.word("t").call("index", rest.indexKeys(List.of(index.name()), index)), index)));
        table.options().forEach(option -> lines.add(JavaChain.word("t").call("option", quoted(option))));
        String comment = table.comment();
        if (comment != null) {
            lines.add(JavaChain.word("t").call("comment", quoted(comment)));
        }
        return new JavaBlock(
                op(table.name()).call("createTable", quoted(table.name().name())), "t", lines);
    }

    private JavaChain tableColumn(Column column) {
        boolean numbered = Generation.Identity.STANDARD.equals(column.generation()) && !column.nullable();
        JavaChain line = JavaChain.word("t")
                .call(numbered ? "identity" : "column", quoted(column.name()), types.of(column.type()));
        return numbered
                ? rest.column(line, column.withNullable(true).withGeneration(Generation.NONE))
                : rest.column(line, column);
    }

    @Override
    public JavaBlock dropTable(DropTable operation) {
        TableName table = operation.table();
        return JavaBlock.of(op(table).call("dropTable", quoted(table.name())));
    }

    @Override
    public JavaBlock renameTable(RenameTable operation) {
        TableName table = operation.from();
        return JavaBlock.of(op(table)
                .call("renameTable", quoted(table.name()), quoted(operation.to().name())));
    }

    @Override
    public JavaBlock commentTable(CommentTable operation) {
        TableName table = operation.table();
        String comment = operation.comment();
        return JavaBlock.of(
                op(table).call("commentTable", quoted(table.name()), comment == null ? "null" : quoted(comment)));
    }

    @Override
    public JavaBlock addColumn(AddColumn operation) {
        Column column = operation.column();
        TableName table = operation.table();
        return JavaBlock.of(filled(
                rest.column(
                        op(table)
                                .call(
                                        "addColumn",
                                        quoted(table.name()),
                                        quoted(column.name()),
                                        types.of(column.type())),
                        column),
                operation.fill()));
    }

    @Override
    public JavaBlock dropColumn(DropColumn operation) {
        TableName table = operation.table();
        return JavaBlock.of(filled(
                op(table).call("dropColumn", quoted(table.name()), quoted(operation.column())), operation.fill()));
    }

    @Override
    public JavaBlock alterColumn(AlterColumn operation) {
        TableName table = operation.table();
        Column from = operation.from();
        Column to = operation.to();
        return new JavaBlock(
                op(table).call("alterColumn", quoted(table.name()), quoted(to.name())),
                "c",
                List.of(side("from", from, operation.back()), side("to", to, operation.onward())));
    }

    private JavaChain side(String method, Column column, ColumnValues values) {
        JavaChain chain =
                filled(rest.column(JavaChain.word("c").call(method, types.of(column.type())), column), values.fill());
        for (Map.Entry<String, String> using : new TreeMap<>(values.using()).entrySet()) {
            chain = chain.call("using", quoted(using.getKey()), quoted(using.getValue()));
        }
        return chain;
    }

    private JavaChain filled(JavaChain chain, @Nullable Expression fill) {
        return fill == null ? chain : chain.call("fill", List.of(terms.argument(fill)));
    }

    @Override
    public JavaBlock renameColumn(RenameColumn operation) {
        TableName table = operation.table();
        return JavaBlock.of(op(table)
                .call("renameColumn", quotedAll(List.of(table.name()), List.of(operation.from(), operation.to()))));
    }

    @Override
    public JavaBlock addPrimaryKey(AddPrimaryKey operation) {
        PrimaryKey key = operation.key();
        TableName table = operation.table();
        return JavaBlock.of(rest.primaryKey(
                op(table).call("addPrimaryKey", quotedAll(List.of(key.name(), table.name()), key.columns())), key));
    }

    @Override
    public JavaBlock dropPrimaryKey(DropPrimaryKey operation) {
        return drop("dropPrimaryKey", operation.name(), operation.table());
    }

    @Override
    public JavaBlock addUniqueKey(AddUniqueKey operation) {
        UniqueKey key = operation.key();
        TableName table = operation.table();
        return JavaBlock.of(rest.uniqueKey(
                op(table).call("addUnique", quotedAll(List.of(key.name(), table.name()), key.columns())), key));
    }

    @Override
    public JavaBlock dropUniqueKey(DropUniqueKey operation) {
        return drop("dropUnique", operation.name(), operation.table());
    }

    @Override
    public JavaBlock addForeignKey(AddForeignKey operation) {
        TableName table = operation.table();
        ForeignKey key = operation.key();
        return JavaBlock.of(rest.foreignKey(
                op(table).call("addForeignKey", quotedAll(List.of(key.name(), table.name()), key.columns())), key));
    }

    @Override
    public JavaBlock dropForeignKey(DropForeignKey operation) {
        return drop("dropForeignKey", operation.name(), operation.table());
    }

    @Override
    public JavaBlock addCheck(AddCheck operation) {
        Check check = operation.check();
        TableName table = operation.table();
        return JavaBlock.of(rest.check(
                op(table).call("addCheck", rest.named(List.of(check.name(), table.name()), check)), check));
    }

    @Override
    public JavaBlock dropCheck(DropCheck operation) {
        return drop("dropCheck", operation.name(), operation.table());
    }

    @Override
    public JavaBlock createIndex(CreateIndex operation) {
        TableName table = operation.table();
        Index index = operation.index();
        return JavaBlock.of(concurrently(
                rest.index(
                        op(table).call("createIndex", rest.indexKeys(List.of(index.name(), table.name()), index)),
                        index),
                operation.concurrently()));
    }

    @Override
    public JavaBlock dropIndex(DropIndex operation) {
        TableName table = operation.table();
        return JavaBlock.of(concurrently(
                op(table).call("dropIndex", quoted(operation.name()), quoted(table.name())), operation.concurrently()));
    }

    private static JavaChain concurrently(JavaChain chain, boolean concurrently) {
        return concurrently ? chain.call("concurrently") : chain;
    }

    @Override
    public JavaBlock renameIndex(RenameIndex operation) {
        return rename("renameIndex", operation.from(), operation.table(), operation.to());
    }

    @Override
    public JavaBlock renameConstraint(RenameConstraint operation) {
        return rename("renameConstraint", operation.from(), operation.table(), operation.to());
    }

    private JavaBlock rename(String method, String from, TableName table, String to) {
        return JavaBlock.of(op(table).call(method, quoted(from), quoted(table.name()), quoted(to)));
    }

    @Override
    public JavaBlock validateConstraint(ValidateConstraint operation) {
        String call = operation.validated() ? "validateConstraint" : "invalidateConstraint";
        JavaChain chain = op(operation.table())
                .call(call, quoted(operation.name()), quoted(operation.table().name()));
        return JavaBlock.of(
                operation.outsideTransaction() && operation.validated() ? chain.call("outsideTransaction") : chain);
    }

    @Override
    public JavaBlock addExclusion(AddExclusion operation) {
        Exclusion exclusion = operation.exclusion();
        TableName table = operation.table();
        return JavaBlock.of(rest.exclusion(
                op(table).call("addExclusion", rest.elements(List.of(exclusion.name(), table.name()), exclusion)),
                exclusion));
    }

    @Override
    public JavaBlock dropExclusion(DropExclusion operation) {
        return drop("dropExclusion", operation.name(), operation.table());
    }

    @Override
    public JavaBlock createSequence(CreateSequence operation) {
        Sequence sequence = operation.sequence();
        TableName name = sequence.name();
        return JavaBlock.of(rest.sequence(
                op(name).call(
                                "createSequence",
                                quoted(name.name()),
                                number(sequence.start()),
                                number(sequence.increment())),
                sequence));
    }

    @Override
    public JavaBlock alterSequence(AlterSequence operation) {
        TableName name = operation.to().name();
        return new JavaBlock(
                op(name).call("alterSequence", quoted(name.name())),
                "s",
                List.of(sequence("from", operation.from()), sequence("to", operation.to())));
    }

    private JavaChain sequence(String method, Sequence sequence) {
        return rest.sequence(
                JavaChain.word("s").call(method, number(sequence.start()), number(sequence.increment())), sequence);
    }

    @Override
    public JavaBlock dropSequence(DropSequence operation) {
        return drop("dropSequence", operation.name());
    }

    @Override
    public JavaBlock renameSequence(RenameSequence operation) {
        return rename("renameSequence", operation.from(), operation.to());
    }

    private JavaBlock rename(String method, TableName from, TableName to) {
        return JavaBlock.of(op(from).call(method, quoted(from.name()), quoted(to.name())));
    }

    @Override
    public JavaBlock createEnumType(CreateEnumType operation) {
        EnumType type = operation.type();
        TableName name = type.name();
        return JavaBlock.of(text(
                op(name).call("createEnumType", quotedAll(List.of(name.name()), type.values())),
                "comment",
                type.comment()));
    }

    @Override
    public JavaBlock dropEnumType(DropEnumType operation) {
        return drop("dropEnumType", operation.name());
    }

    @Override
    public JavaBlock addEnumValue(AddEnumValue operation) {
        TableName name = operation.type();
        return JavaBlock.of(text(
                op(name).call("addEnumValue", quoted(name.name()), quoted(operation.value())),
                "before",
                operation.before()));
    }

    @Override
    public JavaBlock renameEnumType(RenameEnumType operation) {
        return rename("renameEnumType", operation.from(), operation.to());
    }

    @Override
    public JavaBlock renameEnumValue(RenameEnumValue operation) {
        TableName type = operation.type();
        return JavaBlock.of(op(type).call(
                        "renameEnumValue", quoted(type.name()), quoted(operation.from()), quoted(operation.to())));
    }

    @Override
    public JavaBlock dropEnumValue(DropEnumValue operation) {
        TableName type = operation.type();
        return JavaBlock.of(text(
                op(type).call("dropEnumValue", quoted(type.name()), quoted(operation.value())),
                "replacedBy",
                operation.replacement()));
    }

    @Override
    public JavaBlock createDomain(CreateDomain operation) {
        Domain domain = operation.domain();
        TableName name = domain.name();
        JavaChain chain = op(name).call("createDomain", quoted(name.name()), types.of(domain.type()));
        chain = domain.nullable() ? chain : chain.call("notNull");
        if (domain.defaultValue() instanceof Default.Of given) {
            chain = chain.call("defaultTo", List.of(terms.argument(given.expression())));
        }
        for (Check check : domain.checks()) {
            chain = chain.call("check", rest.named(List.of(check.name()), check));
        }
        return JavaBlock.of(text(text(chain, "collation", domain.collation()), "comment", domain.comment()));
    }

    @Override
    public JavaBlock dropDomain(DropDomain operation) {
        return drop("dropDomain", operation.name());
    }

    @Override
    public JavaBlock createView(CreateView operation) {
        View view = operation.view();
        TableName name = view.name();
        JavaChain v = JavaChain.word("v");
        List<JavaChain> lines = new ArrayList<>();
        if (!view.columns().isEmpty()) {
            lines.add(v.call("columns", quotedAll(List.of(), view.columns())));
        }
        if (view.materialized()) {
            lines.add(v.call("materialized"));
        }
        view.options().forEach(option -> lines.add(v.call("option", quoted(option))));
        view.indexes()
                .forEach(index ->
                        lines.add(rest.index(v.call("index", rest.indexKeys(List.of(index.name()), index)), index)));
        if (view.comment() != null) {
            lines.add(v.call("comment", quoted(view.comment())));
        }
        JavaChain start = op(name, view.query())
                .call("createView", quoted(name.name()), quoted(view.query().text()));
        return lines.isEmpty() ? JavaBlock.of(start) : new JavaBlock(start, "v", lines);
    }

    @Override
    public JavaBlock dropView(DropView operation) {
        TableName name = operation.name();
        View former = operation.former();
        return JavaBlock.of(op(name, former == null ? null : former.query()).call("dropView", quoted(name.name())));
    }

    @Override
    public JavaBlock createRoutine(CreateRoutine operation) {
        Routine routine = operation.routine();
        TableName name = routine.name();
        List<String> arguments =
                List.of(name.name(), routine.signature(), routine.definition().text());
        return JavaBlock.of(text(
                op(name, routine.definition()).call("create" + kind(routine.type()), quotedAll(arguments, List.of())),
                "comment",
                routine.comment()));
    }

    @Override
    public JavaBlock dropRoutine(DropRoutine operation) {
        TableName name = operation.name();
        Routine former = operation.former();
        return JavaBlock.of(op(name, former == null ? null : former.definition())
                .call("drop" + kind(operation.type()), quoted(name.name()), quoted(operation.signature())));
    }

    private static String kind(Routine.Kind kind) {
        return switch (kind) {
            case FUNCTION -> "Function";
            case PROCEDURE -> "Procedure";
            case AGGREGATE -> "Aggregate";
        };
    }

    @Override
    public JavaBlock createTrigger(CreateTrigger operation) {
        Trigger trigger = operation.trigger();
        TableName table = trigger.table();
        return JavaBlock.of(op(table, trigger.definition())
                .call(
                        "createTrigger",
                        quoted(trigger.name().name()),
                        quoted(table.name()),
                        quoted(trigger.definition().text())));
    }

    @Override
    public JavaBlock dropTrigger(DropTrigger operation) {
        TableName table = operation.table();
        Trigger former = operation.former();
        return JavaBlock.of(op(table, former == null ? null : former.definition())
                .call("dropTrigger", quoted(operation.name().name()), quoted(table.name())));
    }

    /** As what makes the new one, but for the method's name. */
    @Override
    public JavaBlock replace(Replace operation) {
        JavaBlock create = print(operation.create());
        return new JavaBlock(
                create.start().renamed(method -> method.replaceFirst("^create", "replace")),
                create.parameter(),
                create.lines());
    }

    @Override
    public JavaBlock createSchema(CreateSchema operation) {
        return JavaBlock.of(op.call("createSchema", quoted(operation.name())));
    }

    @Override
    public JavaBlock dropSchema(DropSchema operation) {
        return JavaBlock.of(op.call("dropSchema", quoted(operation.name())));
    }

    @Override
    public JavaBlock insertRows(InsertRows operation) {
        TableName table = operation.table();
        JavaChain chain = op(table).call("insertRows", quotedAll(List.of(table.name()), operation.columns()));
        for (List<Expression> row : operation.rows()) {
            chain = chain.call("row", row.stream().map(terms::argument).toList());
        }
        return JavaBlock.of(
                operation.key().isEmpty() ? chain : chain.call("keyedBy", quotedAll(List.of(), operation.key())));
    }

    @Override
    public JavaBlock insertSelected(InsertSelected operation) {
        TableName table = operation.table();
        JavaChain start = op(table).call("insertFrom", quoted(operation.source().name()), quoted(table.name()));
        return JavaBlock.of(where(set(start, operation.values()), operation.condition()));
    }

    @Override
    public JavaBlock updateRows(UpdateRows operation) {
        TableName table = operation.table();
        JavaChain start = op(table).call("update", quoted(table.name()));
        return JavaBlock.of(where(set(start, operation.values()), operation.condition()));
    }

    private JavaChain set(JavaChain start, Map<String, Expression> values) {
        JavaChain chain = start;
        for (Map.Entry<String, Expression> entry : values.entrySet()) {
            chain = chain.call(
                    "set", List.of(JavaChain.word(quoted(entry.getKey())), terms.argument(entry.getValue())));
        }
        return chain;
    }

    @Override
    public JavaBlock deleteRows(DeleteRows operation) {
        TableName table = operation.table();
        return JavaBlock.of(where(op(table).call("delete", quoted(table.name())), operation.condition()));
    }

    private JavaChain where(JavaChain chain, @Nullable Expression condition) {
        return condition == null ? chain : chain.call("where", List.of(terms.term(condition)));
    }

    private JavaBlock drop(String method, TableName name) {
        return JavaBlock.of(op(name).call(method, quoted(name.name())));
    }

    @Override
    public JavaBlock ifNeeded(IfNeeded operation) {
        return new OperationPrinter(imports, op.call(operation.makes() ? "ifNotExists" : "ifExists"), isLimited)
                .print(operation.operation());
    }

    @Override
    public JavaBlock onDialects(OnDialects operation) {
        JavaChain limited = op.call("on", quotedAll(List.of(), operation.dialects()));
        return new OperationPrinter(imports, limited, true).print(operation.operation());
    }

    @Override
    public JavaBlock executeSql(ExecuteSql operation) {
        JavaChain chain = op.call("sql", quoted(operation.sql()));
        String dialect = operation.dialect();
        if (dialect != null) {
            chain = chain.call("on", quoted(dialect));
        }
        if (operation.effect() == ExecuteSql.Effect.SCHEMA_NEUTRAL) {
            chain = chain.call("schemaNeutral");
        }
        if (operation.outsideTransaction()) {
            chain = chain.call("outsideTransaction");
        }
        if (!operation.does().isEmpty()) {
            OperationPrinter declared = new OperationPrinter(imports, JavaChain.word("o"), isLimited);
            chain = chain.call(
                    "does",
                    operation.does().stream()
                            .map(declared::print)
                            .map(JavaBlock::flat)
                            .collect(Collectors.joining(" ", "o -> { ", " }")));
        }
        return JavaBlock.of(chain);
    }
}
