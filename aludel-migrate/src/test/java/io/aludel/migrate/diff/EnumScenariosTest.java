// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.migrate.Databases;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class EnumScenariosTest {
    private static final TableName MOOD = TableName.of("mood");

    private final FreshDatabase database;
    private final Engine engine;
    private final Changing changing;

    EnumScenariosTest(FreshDatabase database) {
        this.database = database;
        this.engine = Engine.create(database.dsn());
        this.changing = new Changing(engine);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void requireEnumTypes() {
        assumeTrue(changing.has(Feature.ENUM_TYPES), "the database has no enum types; such a column is text there");
    }

    private static Table person(String... moods) {
        return table("person", moods);
    }

    private static Table table(String name, String... moods) {
        List<Column> columns = new ArrayList<>(List.of(Column.nullable("id", SqlType.integer())));
        if (moods.length > 0) {
            columns.add(Column.nullable("mood", SqlType.namedEnum("mood", moods)));
        }
        return Table.of(TableName.of(name), columns);
    }

    private static Schema schema(List<String> moods, Table... tables) {
        return Schema.of(tables).withEnumTypes(List.of(EnumType.of(MOOD, moods.toArray(String[]::new))));
    }

    @Test
    @Tag("M-39")
    void valuesAreAppendedInsertedAndTakenAway() throws SQLException {
        requireEnumTypes();
        changing.to(schema(List.of("sad", "glad"), person("sad", "glad")));
        database.execute("insert into person(id, mood) values (1, 'glad')");

        assertThat(changing.to(schema(List.of("sad", "glad", "it's fine"), person("sad", "glad", "it's fine"))))
                .containsExactly("add value \"it's fine\" to enum type \"mood\"");
        assertThat(changing.to(schema(
                        List.of("low", "sad", "so-so", "glad", "it's fine"),
                        person("low", "sad", "so-so", "glad", "it's fine"))))
                .containsExactly(
                        "add value \"so-so\" to enum type \"mood\"", "add value \"low\" to enum type \"mood\"");
        assertThat(changing.to(schema(List.of("sad", "glad"), person("sad", "glad"))))
                .containsExactly(
                        "drop value \"low\" of enum type \"mood\"",
                        "drop value \"so-so\" of enum type \"mood\"",
                        "drop value \"it's fine\" of enum type \"mood\"");
        assertThat(database.rows("select mood::text from person")).containsExactly(List.of("glad"));
    }

    @Test
    @Tag("M-39")
    void aRenamedOrMovedValueIsNotGuessed() {
        requireEnumTypes();
        changing.to(schema(List.of("sad", "glad"), person("sad", "glad")));

        for (List<String> other : List.of(List.of("sad", "happy"), List.of("glad", "sad"))) {
            SchemaDifference difference =
                    Databases.difference(engine, schema(other, person(other.toArray(String[]::new))));
            assertThat(difference.operations()).isEmpty();
            assertThat(difference.undecided())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "enum type \"mood\": cannot tell: the database has the values \"sad\", \"glad\", the model")
                    .contains("renameEnumValue");
        }
    }

    @Test
    @Tag("M-39")
    void aTypeGoesWithTheLastColumnThatHasItAndNoOther() throws SQLException {
        requireEnumTypes();
        database.execute("create type stranger as enum ('a')");
        Table person = person("sad", "glad");
        Table pet = table("pet", "sad", "glad");
        Schema both = schema(List.of("sad", "glad"), person, pet);

        assertThat(changing.to(both))
                .containsExactly("create enum type \"mood\"", "create table \"person\"", "create table \"pet\"");
        assertThat(changing.to(schema(List.of("sad", "glad"), person, table("pet"))))
                .containsExactly("drop column \"mood\" of table \"pet\"");
        assertThat(changing.to(Schema.of(person(), table("pet"))))
                .containsExactly("drop column \"mood\" of table \"person\"", "drop enum type \"mood\"");
        changing.to(both);
        assertThat(changing.to(Schema.EMPTY))
                .containsExactly("drop table \"pet\"", "drop table \"person\"", "drop enum type \"mood\"");
    }

    @Test
    @Tag("M-39")
    void aTypeThatAnIgnoredTableHasStays() throws SQLException {
        requireEnumTypes();
        changing.to(schema(List.of("sad", "glad"), person("sad", "glad")));
        database.execute("create table aludel_history (mood mood)");

        assertThat(changing.to(Schema.of(person()))).containsExactly("drop column \"mood\" of table \"person\"");
    }

    @Test
    @Tag("M-39")
    void aTypeWithANameThatHurtsIsFoundAgain() {
        requireEnumTypes();
        String name = "Mood's \"own\"";
        Schema odd = Schema.of(Table.of(
                        TableName.of("person"),
                        List.of(
                                Column.nullable("id", SqlType.integer()),
                                Column.nullable("mood", SqlType.namedEnum(name, "it's \"so\"", "b")))))
                .withEnumTypes(List.of(EnumType.of(TableName.of(name), "it's \"so\"", "b")));

        assertThat(changing.to(odd)).hasSize(2);
        assertThat(changing.to(Schema.of(person())))
                .containsExactly("drop column \"mood\" of table \"person\"", "drop enum type \"" + name + "\"");
    }
}
