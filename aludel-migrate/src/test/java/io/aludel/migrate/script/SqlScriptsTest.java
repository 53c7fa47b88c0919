// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.parse.ScriptStatement;
import io.aludel.core.parse.ScriptStatements;
import io.aludel.core.parse.SqlTextException;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.migrate.op.ExecuteSql;
import io.aludel.migrate.op.IrreversibleException;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.op.Recorded;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlScriptsTest {
    @TempDir
    private Path folder;

    private static List<String> cut(String dialect, String text) {
        return ScriptStatements.of(text, Engine.dialect(dialect).statementRules()).stream()
                .map(ScriptStatement::text)
                .toList();
    }

    @Test
    void whatStandsInStringsNamesAndCommentsEndsNoStatement() {
        String text = """
                -- first; really
                insert into a values (';''', "b;");/* ; */ ;
                update a set b = 1 -- ; no
                  where c = 2;
                delete from a""";
        for (String dialect : Engine.dialectNames()) {
            assertThat(cut(dialect, text))
                    .as(dialect)
                    .containsExactly(
                            "insert into a values (';''', \"b;\")",
                            "update a set b = 1 -- ; no\n  where c = 2",
                            "delete from a");
        }
    }

    @Test
    void eachDatabaseHasItsOwnQuotesAndComments() {
        assertThat(cut("postgresql", "select $x$ ; $$ ; $x$; select e'\\';', a$b; select '\\'; /* /* ; */ ; */ x"))
                .containsExactly("select $x$ ; $$ ; $x$", "select e'\\';', a$b", "select '\\'", "x");
        assertThat(cut("mariadb", "select '\\';', 1--1; # ;\nselect `;`, \"\\\";\"; /*!40101 set x = 1 */; x"))
                .containsExactly("select '\\';', 1--1", "select `;`, \"\\\";\"", "/*!40101 set x = 1 */", "x");
        assertThat(cut("sqlite", "select [;], `;`, '\\'; x")).containsExactly("select [;], `;`, '\\'", "x");
        assertThat(cut("h2", "create alias f as $$ int f() { return 1; } $$; // ;\nx"))
                .containsExactly("create alias f as $$ int f() { return 1; } $$", "x");
    }

    @Test
    void bodiesOfTriggersAndRoutinesAreOneStatement() {
        assertThat(cut("sqlite", """
                        create temp trigger t after insert on a when new.end > 1 begin
                          insert into log (begin, end) values (case when new.x then 1 else 2 end, 1);
                          update a set x = case x when 1 then 2 end;
                        end;
                        begin_again;
                        """)).hasSize(2);
        assertThat(cut("postgresql", """
                        create or replace function f(a int) returns int begin atomic
                          select case when a > 0 then 1 else 2 end;
                          select a;
                        end;
                        create rule r as on insert to a do also (select 1; select 2);
                        create function g() returns int language sql as 'select 1; select 2';
                        begin;
                        """)).hasSize(4);
        assertThat(cut("mariadb", """
                        create definer=`a;b`@localhost trigger t before insert on a for each row begin
                          declare x int;
                          if new.x then set x = if(a, b, c); elseif y then set x = case when 1 then 2 end; end if;
                          l: while x do set x = x - 1; leave l; end while l;
                          case x when 1 then set x = 2; else begin end; end case;
                        end;
                        create trigger u before insert on a for each row if new.x then set new.y = 1; end if;
                        create or replace procedure p() select 1;
                        begin not atomic set @x = 1; set @y = 2; end;
                        delimiter //
                        create procedure q() label: loop select 1; end loop //
                        select 1; //
                        DELIMITER ;
                        start transaction; commit
                        """))
                .hasSize(8)
                .endsWith(
                        "create procedure q() label: loop select 1; end loop",
                        "select 1;",
                        "start transaction",
                        "commit");
    }

    @Test
    void whatDoesNotEndIsAnError() {
        assertThatThrownBy(() -> cut("sqlite", "select 'x;")).isInstanceOf(SqlTextException.class);
        assertThatThrownBy(() -> cut("postgresql", "select $a$ x")).isInstanceOf(SqlTextException.class);
        assertThatThrownBy(() -> cut("postgresql", "/* /* x */")).isInstanceOf(SqlTextException.class);
    }

    @Test
    void theHeadSaysWhereTheRevisionStands() {
        Script script = SqlScripts.scripts(
                        Map.of("8f2c41d09ab3_grade_check.up.sql", """
                        -- parent: 1b7e02c55f10, 2b7e02c55f10
                        -- labels: grades
                        -- depends-on: pets
                        -- schema-neutral
                        update a set b = 1;

                        -- outside-transaction
                        vacuum;
                        """, "V1__x.sql", "of another tool: '"))
                .get(0);

        assertThat(script.node().parents()).containsExactly("1b7e02c55f10", "2b7e02c55f10");
        assertThat(script.node().labels()).containsExactly("grades");
        assertThat(script.node().dependsOn()).containsExactly("pets");
        assertThat(script.message()).isEqualTo("Grade check");
        assertThat(script.up())
                .containsExactly(
                        new Recorded(
                                new ExecuteSql(null, "update a set b = 1", ExecuteSql.Effect.SCHEMA_NEUTRAL),
                                "8f2c41d09ab3_grade_check.up.sql:5"),
                        new Recorded(
                                new ExecuteSql(null, "vacuum", ExecuteSql.Effect.UNDECLARED, true),
                                "8f2c41d09ab3_grade_check.up.sql:8"));
        assertThatThrownBy(script::down)
                .isInstanceOf(IrreversibleException.class)
                .hasMessageContaining("There is no 8f2c41d09ab3_grade_check.down.sql");
    }

    @Test
    void aFileForOneDatabaseTakesThePlaceOfTheOneForAll() {
        Script script = SqlScripts.scripts(Map.of(
                        "8f2c41d09ab3_x.up.sql", "-- message: All of it\nselect 1",
                        "8f2c41d09ab3_x.up.sqlite.sql", "select 2; -- nothing",
                        "8f2c41d09ab3_x.down.sql", "-- nothing to do"))
                .get(0);

        assertThat(script.message()).isEqualTo("All of it");
        assertThat(statements(script, "sqlite")).containsExactly("select 2");
        assertThat(statements(script, "h2")).containsExactly("select 1");
        assertThat(script.down()).isEmpty();
    }

    private static List<String> statements(Script script, String dialect) {
        return script.up().stream()
                .map(Recorded::operation)
                .filter(operation -> operation.isFor(Engine.dialect(dialect)))
                .map(operation -> operation.describe().replace("execute ", "").replaceFirst(" on .*", ""))
                .toList();
    }

    @Test
    void theChecksumIsThatOfTheStatements() {
        String first = checksum("insert into a (b) values ('x  y');");

        assertThat(checksum("-- words\ninsert   into a(b)\nvalues ( 'x  y' ) -- more"))
                .isEqualTo(first);
        assertThat(checksum("insert into a (b) values ('x y');")).isNotEqualTo(first);
        assertThat(checksum("-- schema-neutral\ninsert into a (b) values ('x  y');"))
                .isNotEqualTo(first);
        // Databases out there hold it: a release that computes another one would call every script edited.
        assertThat(first).isEqualTo("1:658dd02966c06becafe8c4ababdd7bc8");
    }

    private static String checksum(String text) {
        return SqlScripts.scripts(Map.of("8f2c41d09ab3_x.up.sql", text)).get(0).checksum();
    }

    @Test
    void whatCannotBeUsedIsSaidWithItsFileAndLine() {
        refused(
                Map.of("8f2c41d09ab3_x.up.sql", "select 1;\nselect 'x"),
                "MIG-080: SQL script 8f2c41d09ab3_x.up.sql:2 cannot be read as h2 reads it: A string does not end; close it with '.");
        refused(
                Map.of("8f2c41d09ab3_x.up.sql", "select $$ ; $$"),
                "SQL script 8f2c41d09ab3_x.up.sql cannot be used: h2 and mariadb do not find the same statements in it");
        refused(
                Map.of("8f2c41d09ab3_x.sql", "select 1"),
                "8f2c41d09ab3_x.sql cannot be used: its name is not understood");
        refused(Map.of("8F2C_x.up.sql", "select 1"), "its name is not understood");
        refused(Map.of("8f2c41d09ab3_x.up.orakel.sql", "select 1"), "there is no dialect \"orakel\"");
        refused(Map.of("8f2c41d09ab3_x.down.sql", "select 1"), "there is no 8f2c41d09ab3_x.up.sql that it could undo");
        refused(
                Map.of("8f2c41d09ab3_x.up.sql", "select 1", "8f2c41d09ab3_x.down.h2.sql", "select 1"),
                "not every database that has a way up has a way down by it");
        refused(
                Map.of("8f2c41d09ab3_x.up.sql", "-- parent: a\n-- parent: b\nselect 1"),
                "its head says \"parent\" twice");
        refused(
                Map.of(
                        "8f2c41d09ab3_x.up.sql", "-- parent: 1b7e02c55f10\nselect 1",
                        "8f2c41d09ab3_x.up.h2.sql", "-- parent: 2b7e02c55f10\nselect 1"),
                "its head does not say the same as that of 8f2c41d09ab3_x.up.sql");
        for (String end :
                List.of("begin", "START  TRANSACTION read only", "commit", "end", "rollback", "begin immediate")) {
            refused(
                    Map.of("8f2c41d09ab3_x.up.sql", "select 1;\n" + end + ";"),
                    "MIG-081: 8f2c41d09ab3_x.up.sql:2 says \"" + end.replaceAll("\\s+", " ") + "\"");
        }
        assertThat(checksum("savepoint a; rollback to a; rollback to savepoint a;"))
                .isNotEmpty();
    }

    private static void refused(Map<String, String> files, String message) {
        assertThatThrownBy(() -> SqlScripts.scripts(files)).hasMessageContaining(message);
    }

    @Test
    void whatAStatementDoesIsWrittenInJava() throws IOException {
        Operations op = new Operations();
        op.sql("select make_it()").on("postgresql").does(o -> {
            o.createTable("pet", t -> t.identity("id", SqlType.bigint()));
            o.inSchema("app").dropTable("toy");
        });
        NewScript script = new NewScript("8f2c41d09ab3", List.of(), "Declared", op.operations());
        Files.writeString(folder.resolve(script.fileName()), new ScriptWriter("some.scripts", "").write(script));

        assertThat(new ScriptFolder(folder, List.of()).scripts().get(0).up())
                .extracting(Recorded::operation)
                .isEqualTo(op.operations());
        for (Consumer<Operations> none : List.<Consumer<Operations>>of(
                o -> {}, o -> o.on("h2").dropTable("pet"), o -> o.ifExists().dropTable("pet"), o -> o.sql("x"))) {
            Operations refused = new Operations();
            refused.sql("x").does(none);
            assertThatThrownBy(refused::operations).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aFolderAndAPackageHaveBothKinds() throws IOException {
        Path pets = folder.resolve("some/scripts");
        Files.createDirectories(pets);
        NewScript java = ScriptExamples.pets();
        Files.writeString(pets.resolve(java.fileName()), new ScriptWriter("some.scripts", "").write(java));
        Files.writeString(pets.resolve("8f2c41d09ab3_x.up.sql"), "-- parent: 1b7e02c55f10\nselect 1");

        assertThat(new ScriptFolder(pets, List.of()).scripts())
                .extracting(Script::id)
                .containsExactlyInAnyOrder("1b7e02c55f10", "8f2c41d09ab3");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            assertThat(new ClassPathScripts(loader, "some.scripts").scripts())
                    .extracting(Script::fileName)
                    .containsExactly("8f2c41d09ab3_x.up.sql");
        }
    }
}
