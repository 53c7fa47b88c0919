// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks.migration;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The same scripts for everybody: each makes a table with a key and an index.
 *
 * @param statements of each script, in the words of the database
 * @param flyway a folder with them, as Flyway names scripts
 * @param liquibase a changelog with them
 */
record Scripts(List<Table> tables, List<List<String>> statements, Path flyway, Path liquibase) {
    static Scripts of(int count, Dialect dialect, Path folder) throws IOException {
        List<Table> tables =
                IntStream.rangeClosed(1, count).mapToObj(Scripts::table).toList();
        List<List<String>> statements = new ArrayList<>();
        for (Table table : tables) {
            statements.add(dialect.ddl().createAll(Schema.of(table)).stream()
                    .map(step -> ((DdlStep.Sql) step).sql())
                    .toList());
        }
        Path flyway = Files.createDirectories(folder.resolve("flyway"));
        StringBuilder changelog = new StringBuilder("--liquibase formatted sql\n");
        for (int i = 0; i < count; i++) {
            String text = statements.get(i).stream().map(sql -> sql + ";\n").collect(Collectors.joining());
            Files.writeString(flyway.resolve("V" + (i + 1) + "__table.sql"), text);
            changelog
                    .append("--changeset benchmark:")
                    .append(i + 1)
                    .append('\n')
                    .append(text);
        }
        Path liquibase = folder.resolve("changelog.sql");
        Files.writeString(liquibase, changelog);
        return new Scripts(tables, statements, flyway, liquibase);
    }

    /** As many tables as a model. */
    static Schema schema(int count) {
        return Schema.of(
                IntStream.rangeClosed(1, count).mapToObj(Scripts::table).toArray(Table[]::new));
    }

    private static Table table(int number) {
        String name = "item_" + number;
        return Table.of(
                        TableName.of(name),
                        List.of(
                                Column.identity("id", SqlType.bigint()),
                                Column.notNull("name", SqlType.varchar(40)),
                                Column.nullable("note", SqlType.varchar(200)),
                                Column.nullable("price", SqlType.decimal(10, 2)),
                                Column.nullable("made_on", SqlType.date())))
                .withPrimaryKey(new PrimaryKey("pk_" + name, List.of("id")))
                .withIndexes(List.of(Index.of("ix_" + name + "_name", "name")));
    }
}
