// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.Introspector;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.TransactionMode;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.CreateTable;
import io.aludel.migrate.op.ExecuteSql;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Recorded;
import io.aludel.migrate.op.RenameColumn;
import io.aludel.migrate.op.RenameEnumType;
import io.aludel.migrate.op.RenameEnumValue;
import io.aludel.migrate.op.RenameSequence;
import io.aludel.migrate.op.RenameTable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tables of a database as it has them, and objects of the other kinds that the operations speak of: those of the default schema, and of the schemas
 * that the operations speak of.
 */
public record LiveTables(EngineConnection connection, List<Recorded> operations) {

    public Schema inTransaction() {
        connection.begin(TransactionMode.READ_ONLY);
        try {
            return read();
        } finally {
            connection.rollback();
        }
    }

    Schema read() {
        Introspector introspector = connection.dialect().introspector();
        Schema read = introspector.read(connection.catalog(), new Scope(schemas(), null, kinds()));
        if (!kinds().contains(ObjectKind.SCHEMA)) {
            return read;
        }
        Set<String> names = new HashSet<>(introspector.schemaNames(connection.catalog()));
        names.retainAll(schemas());
        names.addAll(read.schemaNames());
        return read.withSchemaNames(names);
    }

    /** Tables and sequences always, as they may belong to what the operations speak of. */
    private Set<ObjectKind> kinds() {
        Set<ObjectKind> kinds = EnumSet.of(ObjectKind.TABLE, ObjectKind.SEQUENCE);
        operations.forEach(recorded -> kinds.addAll(kinds(recorded.operation())));
        return kinds;
    }

    private static Set<ObjectKind> kinds(Operation operation) {
        Set<ObjectKind> kinds = EnumSet.of(operation.kind());
        if (operation.bare() instanceof ExecuteSql sql) {
            sql.does().forEach(declared -> kinds.add(declared.kind()));
        }
        return kinds;
    }

    /** After a renaming the database has rewritten expressions that we hold as text; after raw SQL the database knows best. */
    static boolean rewritesExpressions(Operation operation) {
        Operation bare = operation.bare();
        return bare instanceof RenameColumn
                || bare instanceof RenameTable
                || bare instanceof RenameSequence
                || bare instanceof RenameEnumType
                || bare instanceof RenameEnumValue
                || bare instanceof ExecuteSql sql && sql.effect() != ExecuteSql.Effect.SCHEMA_NEUTRAL;
    }

    static boolean isUndeclared(Operation operation) {
        return operation.bare() instanceof ExecuteSql sql && sql.effect() == ExecuteSql.Effect.UNDECLARED;
    }

    /** Whether a check, an index or a computed column is known as text only. */
    static boolean holdsRawSql(Table table) {
        Stream<Expression> ofIndexes = table.indexes().stream().flatMap(LiveTables::expressions);
        Stream<Expression> ofColumns = table.columns().stream()
                .flatMap(column -> column.generation() instanceof Generation.Computed computed
                        ? Stream.of(computed.expression())
                        : Stream.empty());
        return Stream.of(table.checks().stream().map(Check::condition), ofIndexes, ofColumns)
                .flatMap(all -> all)
                .anyMatch(RawSql.class::isInstance);
    }

    private static Stream<Expression> expressions(Index index) {
        return Stream.concat(index.parts().stream().map(Index.Part::expression), Stream.ofNullable(index.predicate()));
    }

    /** The named schemas that the operations speak of. */
    Set<String> schemas() {
        Set<String> schemas = new HashSet<>();
        operations.stream()
                .flatMap(recorded -> tables(recorded.operation()).stream())
                .flatMap(table -> Stream.ofNullable(table.schema()))
                .forEach(schemas::add);
        operations.forEach(recorded -> schemas.addAll(recorded.operation().schemas()));
        return schemas;
    }

    private static List<TableName> tables(Operation operation) {
        List<TableName> tables = new ArrayList<>(operation.tables());
        if (operation.bare() instanceof CreateTable create) {
            create.table().foreignKeys().forEach(key -> tables.add(key.target()));
        }
        if (operation.bare() instanceof AddForeignKey add) {
            tables.add(add.key().target());
        }
        return tables;
    }
}
