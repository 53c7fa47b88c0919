// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import static io.aludel.migrate.script.JavaLiteral.quoted;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
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
import org.jspecify.annotations.Nullable;

/** Operations as Java source: the calls of {@code Operations} that make them again. A drop is printed without what it drops. */
final class OperationPrinter implements Operation.Visitor<JavaBlock> {
    private final Imports imports;
    private final TermPrinter terms;
    private final TypePrinter types;

    OperationPrinter(Imports imports) {
        this.imports = imports;
        this.terms = new TermPrinter(imports);
        this.types = new TypePrinter(imports);
    }

    JavaBlock print(Operation operation) {
        return operation.accept(this);
    }

    /** What a call for this table begins with: {@code op}, or {@code op.inSchema("app")}. */
    private static JavaChain op(TableName table) {
        JavaChain op = JavaChain.word("op");
        String schema = table.schema();
        return schema == null ? op : op.call("inSchema", quoted(schema));
    }

    private static JavaBlock drop(String method, String name, TableName table) {
        return JavaBlock.of(op(table).call(method, quoted(name), quoted(table.name())));
    }

    private static List<JavaChain> quotedAll(List<String> first, List<String> rest) {
        List<String> all = new ArrayList<>(first);
        all.addAll(rest);
        return all.stream().map(JavaLiteral::quoted).map(JavaChain::word).toList();
    }

    @Override
    public JavaBlock createTable(CreateTable operation) {
        Table table = operation.table();
        List<JavaChain> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(tableColumn(column)));
        PrimaryKey key = table.primaryKey();
        if (key != null) {
            lines.add(JavaChain.word("t").call("primaryKey", quotedAll(List.of(key.name()), key.columns())));
        }
        table.uniqueKeys()
                .forEach(unique -> lines.add(
                        JavaChain.word("t").call("unique", quotedAll(List.of(unique.name()), unique.columns()))));
        table.foreignKeys()
                .forEach(foreign -> lines.add(references(
                        JavaChain.word("t").call("foreignKey", quotedAll(List.of(foreign.name()), foreign.columns())),
                        foreign)));
        table.checks()
                .forEach(check -> lines.add(JavaChain.word("t").call("check", named(List.of(check.name()), check))));
        table.indexes()
                .forEach(index -> lines.add(indexOptions(
                        JavaChain.word("t").call("index", indexKeys(List.of(index.name()), index)), index)));
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
                ? columnOptions(line, column.withNullable(true).withGeneration(Generation.NONE))
                : columnOptions(line, column);
    }

    private JavaChain columnOptions(JavaChain line, Column column) {
        JavaChain chain = line;
        if (!column.nullable()) {
            chain = chain.call("notNull");
        }
        if (column.defaultValue() instanceof Default.Of given) {
            chain = chain.call("defaultTo", List.of(terms.argument(given.expression())));
        }
        if (column.generation() instanceof Generation.Identity identity) {
            chain = identity(chain, identity);
        }
        if (column.generation() instanceof Generation.Computed computed) {
            chain = chain.call(
                    computed.stored() ? "computedStored" : "computed", List.of(terms.term(computed.expression())));
        }
        return text(text(chain, "collation", column.collation()), "comment", column.comment());
    }

    private static JavaChain identity(JavaChain chain, Generation.Identity identity) {
        if (identity.equals(Generation.Identity.STANDARD)) {
            return chain.call("identity");
        }
        return chain.call(
                identity.always() ? "identityAlways" : "identity",
                Long.toString(identity.start()),
                Long.toString(identity.increment()));
    }

    private static JavaChain text(JavaChain chain, String method, @Nullable String text) {
        return text == null ? chain : chain.call(method, quoted(text));
    }

    private JavaChain references(JavaChain line, ForeignKey key) {
        String schema = key.target().schema();
        List<String> target = schema == null
                ? List.of(key.target().name())
                : List.of(schema, key.target().name());
        JavaChain chain =
                line.call(schema == null ? "references" : "referencesIn", quotedAll(target, key.targetColumns()));
        if (key.onDelete() != ForeignKey.Action.NO_ACTION) {
            chain = chain.call("onDelete", action(key.onDelete()));
        }
        if (key.onUpdate() != ForeignKey.Action.NO_ACTION) {
            chain = chain.call("onUpdate", action(key.onUpdate()));
        }
        if (key.match() == ForeignKey.Match.FULL) {
            chain = chain.call("matchFull");
        }
        if (!key.validated()) {
            chain = chain.call("notValid");
        }
        return switch (key.deferral()) {
            case NOT_DEFERRABLE -> chain;
            case DEFERRABLE -> chain.call("deferrable");
            case DEFERRED -> chain.call("initiallyDeferred");
        };
    }

    private String action(ForeignKey.Action action) {
        return imports.staticOf(ForeignKey.Action.class, action.name());
    }

    private List<JavaChain> indexKeys(List<String> names, Index index) {
        List<JavaChain> arguments = new ArrayList<>(quotedAll(names, List.of()));
        boolean plain =
                index.parts().stream().allMatch(part -> part.expression() instanceof ColumnRef && !part.descending());
        for (Index.Part part : index.parts()) {
            Expression key = part.expression();
            if (plain) {
                arguments.add(JavaChain.word(quoted(((ColumnRef) key).column())));
            } else {
                arguments.add(part.descending() ? terms.term(key).call("desc") : terms.term(key));
            }
        }
        return arguments;
    }

    private List<JavaChain> named(List<String> names, Check check) {
        List<JavaChain> arguments = new ArrayList<>(quotedAll(names, List.of()));
        arguments.add(terms.term(check.condition()));
        return arguments;
    }

    private JavaChain indexOptions(JavaChain line, Index index) {
        JavaChain chain = index.unique() ? line.call("unique") : line;
        Expression predicate = index.predicate();
        return predicate == null ? chain : chain.call("where", List.of(terms.term(predicate)));
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
        return JavaBlock.of(columnOptions(
                op(table).call("addColumn", quoted(table.name()), quoted(column.name()), types.of(column.type())),
                column));
    }

    @Override
    public JavaBlock dropColumn(DropColumn operation) {
        TableName table = operation.table();
        return JavaBlock.of(op(table).call("dropColumn", quoted(table.name()), quoted(operation.column())));
    }

    @Override
    public JavaBlock alterColumn(AlterColumn operation) {
        TableName table = operation.table();
        Column from = operation.from();
        Column to = operation.to();
        return new JavaBlock(
                op(table).call("alterColumn", quoted(table.name()), quoted(to.name())),
                "c",
                List.of(
                        columnOptions(JavaChain.word("c").call("from", types.of(from.type())), from),
                        columnOptions(JavaChain.word("c").call("to", types.of(to.type())), to)));
    }

    @Override
    public JavaBlock renameColumn(RenameColumn operation) {
        TableName table = operation.table();
        return JavaBlock.of(op(table)
                .call("renameColumn", quotedAll(List.of(table.name()), List.of(operation.from(), operation.to()))));
    }

    @Override
    public JavaBlock addPrimaryKey(AddPrimaryKey operation) {
        TableName table = operation.table();
        List<String> names = List.of(operation.key().name(), table.name());
        return JavaBlock.of(
                op(table).call("addPrimaryKey", quotedAll(names, operation.key().columns())));
    }

    @Override
    public JavaBlock dropPrimaryKey(DropPrimaryKey operation) {
        return drop("dropPrimaryKey", operation.name(), operation.table());
    }

    @Override
    public JavaBlock addUniqueKey(AddUniqueKey operation) {
        TableName table = operation.table();
        List<String> names = List.of(operation.key().name(), table.name());
        return JavaBlock.of(
                op(table).call("addUnique", quotedAll(names, operation.key().columns())));
    }

    @Override
    public JavaBlock dropUniqueKey(DropUniqueKey operation) {
        return drop("dropUnique", operation.name(), operation.table());
    }

    @Override
    public JavaBlock addForeignKey(AddForeignKey operation) {
        TableName table = operation.table();
        ForeignKey key = operation.key();
        return JavaBlock.of(references(
                op(table).call("addForeignKey", quotedAll(List.of(key.name(), table.name()), key.columns())), key));
    }

    @Override
    public JavaBlock dropForeignKey(DropForeignKey operation) {
        return drop("dropForeignKey", operation.name(), operation.table());
    }

    @Override
    public JavaBlock addCheck(AddCheck operation) {
        TableName table = operation.table();
        return JavaBlock.of(op(table)
                .call("addCheck", named(List.of(operation.check().name(), table.name()), operation.check())));
    }

    @Override
    public JavaBlock dropCheck(DropCheck operation) {
        return drop("dropCheck", operation.name(), operation.table());
    }

    @Override
    public JavaBlock createIndex(CreateIndex operation) {
        TableName table = operation.table();
        Index index = operation.index();
        return JavaBlock.of(indexOptions(
                op(table).call("createIndex", indexKeys(List.of(index.name(), table.name()), index)), index));
    }

    @Override
    public JavaBlock dropIndex(DropIndex operation) {
        return drop("dropIndex", operation.name(), operation.table());
    }

    @Override
    public JavaBlock createSequence(CreateSequence operation) {
        TableName name = operation.sequence().name();
        return JavaBlock.of(op(name).call(
                        "createSequence",
                        quoted(name.name()),
                        Long.toString(operation.sequence().start()),
                        Long.toString(operation.sequence().increment())));
    }

    @Override
    public JavaBlock dropSequence(DropSequence operation) {
        TableName name = operation.name();
        return JavaBlock.of(op(name).call("dropSequence", quoted(name.name())));
    }

    @Override
    public JavaBlock executeSql(ExecuteSql operation) {
        JavaChain chain = JavaChain.word("op").call("sql", quoted(operation.sql()));
        String dialect = operation.dialect();
        if (dialect != null) {
            chain = chain.call("on", quoted(dialect));
        }
        return JavaBlock.of(
                operation.effect() == ExecuteSql.Effect.SCHEMA_NEUTRAL ? chain.call("schemaNeutral") : chain);
    }
}
