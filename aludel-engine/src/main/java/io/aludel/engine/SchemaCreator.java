// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.Ddl;
import io.aludel.core.dialect.Scope;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Creates and drops the tables and sequences of a schema by what of it is in the database. */
final class SchemaCreator {
    private final EngineConnection connection;
    private final DdlRunner runner;

    SchemaCreator(EngineConnection connection) {
        this.connection = connection;
        this.runner = new DdlRunner(connection);
    }

    void createAll(Schema schema) {
        runner.transaction(false, () -> {
            Schema live = live(schema);
            Schema missing = only(
                    schema,
                    table -> live.table(table).isEmpty(),
                    sequence -> live.sequence(sequence).isEmpty());
            runner.apply(ddl().createSchema(missing));
        });
    }

    /** Tables are dropped as the database has them: their foreign keys may have other names there. */
    void dropAll(Schema schema) {
        runner.transaction(true, () -> {
            Schema live = only(
                    live(schema),
                    table -> schema.table(table).isPresent(),
                    sequence -> schema.sequence(sequence).isPresent());
            runner.apply(ddl().dropSchema(live));
        });
    }

    private Schema live(Schema schema) {
        Set<String> schemas = Stream.concat(
                        schema.tables().stream().map(Table::name),
                        schema.sequences().stream().map(Sequence::name))
                .map(TableName::schema)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
        return connection.dialect().introspector().read(connection.catalog(), new Scope(schemas, null));
    }

    private static Schema only(Schema schema, Predicate<TableName> tables, Predicate<TableName> sequences) {
        List<Table> kept = schema.tables().stream()
                .filter(table -> tables.test(table.name()))
                .toList();
        return new Schema(
                kept,
                schema.sequences().stream()
                        .filter(sequence -> sequences.test(sequence.name()))
                        .toList());
    }

    private Ddl ddl() {
        return connection.dialect().ddl();
    }
}
