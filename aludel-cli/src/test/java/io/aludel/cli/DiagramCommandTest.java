// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.engine.Engine;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code aludel diagram}: of the model without any database, and of the live one. */
class DiagramCommandTest {
    private static final String PETS = """
            erDiagram
                "person" {
                    bigint id PK
                    varchar(40) name
                }
                "pet" {
                    bigint id PK
                    integer legs
                    bigint owner_id FK
                }
                "person" ||--o{ "pet" : "owner_id"
            """;

    @TempDir
    private Path folder;

    private Project pets() {
        return Pets.atFirst(new Project(folder)).set("ALUDEL_MODEL_SOURCES", "src/main/java");
    }

    @Test
    void drawsTheModelWithoutADatabase() {
        Project project = pets();

        project.aludel("diagram", "--format", "mermaid");
        assertThat(project.seen()).isEqualTo("$ aludel diagram --format mermaid\n" + PETS);
    }

    @Test
    void writesAFileAsItsEndingSays() throws IOException {
        Project project = pets();

        project.aludel("diagram", "-o", "docs/pets.svg", "--title", "Pets");
        project.aludel("diagram", "-o", "docs/pets.mmd");
        project.aludel("diagram", "-o", "docs/pets.txt", "--format", "dot", "--tables", "p?t", "--columns", "none");
        assertThat(project.seen()).isEqualTo("""
                $ aludel diagram -o docs/pets.svg --title Pets
                Wrote FOLDER/docs/pets.svg: 2 tables, 1 relationship.
                $ aludel diagram -o docs/pets.mmd
                Wrote FOLDER/docs/pets.mmd: 2 tables, 1 relationship.
                $ aludel diagram -o docs/pets.txt --format dot --tables p?t --columns none
                Wrote FOLDER/docs/pets.txt: 1 table, 0 relationships.
                """);
        assertThat(Files.readString(folder.resolve("docs/pets.svg")))
                .startsWith("<?xml")
                .contains(">Pets</text>");
        assertThat(Files.readString(folder.resolve("docs/pets.mmd"))).isEqualTo(PETS);
        assertThat(Files.readString(folder.resolve("docs/pets.txt")))
                .startsWith("digraph {")
                .doesNotContain("legs", "person");
    }

    @Test
    void drawsNeighboursOnRequest() {
        Project project = pets();

        project.aludel("diagram", "--format", "mermaid", "--columns", "none", "--tables", "pet", "--depth", "1");
        assertThat(project.seen()).isEqualTo("""
                $ aludel diagram --format mermaid --columns none --tables pet --depth 1
                erDiagram
                    "person"
                    "pet"
                    "person" ||--o{ "pet" : "owner_id"
                """);
    }

    @Test
    void refusesWhatItCannotDraw() {
        Project project = pets().write("notes", "This is no folder.");

        project.aludel("diagram", "-o", "pets.png");
        project.aludel("diagram", "--format", "png");
        project.aludel("diagram", "--tables", "pets");
        project.aludel("diagram", "--depth", "1");
        project.aludel("diagram", "--tables", "pet", "--depth", "-1");
        project.aludel("diagram", "--schema", "app");
        project.aludel("diagram", "-o", "notes/pets.svg");
        assertThat(project.seen()).isEqualTo("""
                $ aludel diagram -o pets.png
                CLI-030: The ending of "pets.png" names no format. Give a --format, or one of the endings .svg, .mmd, .mermaid, .dot, .gv, .puml, .plantuml, .pu, .iuml.
                exit code 1
                $ aludel diagram --format png
                Invalid value for option '--format': expected one of [SVG, MERMAID, DOT, PLANTUML] (case-insensitive) but was 'png'
                Try "aludel diagram --help".
                exit code 1
                $ aludel diagram --tables pets
                CLI-031: No table is called "pets"; there are: person, pet.
                exit code 1
                $ aludel diagram --depth 1
                CLI-033: --depth is how far neighbours of the --tables may be: give some, and 0, 1, 2 or more.
                exit code 1
                $ aludel diagram --tables pet --depth -1
                CLI-033: --depth is how far neighbours of the --tables may be: give some, and 0, 1, 2 or more.
                exit code 1
                $ aludel diagram --schema app
                CLI-033: --schema is for --database. Of a model all schemas are drawn; choose with --tables "app.*".
                exit code 1
                $ aludel diagram -o notes/pets.svg
                CLI-032: Cannot write FOLDER/notes/pets.svg: FileAlreadyExistsException: FOLDER/notes. Give another file with -o.
                exit code 1
                """);
    }

    @OnEveryDatabase
    void drawsTheLiveDatabaseWithoutOurOwnTables(FreshDatabase database) {
        Project project = Pets.atFirst(Project.on(database, folder)).set("ALUDEL_MODEL_SOURCES", "src/main/java");
        project.aludel("init");
        project.aludel("revision", "--autogenerate", "-m", "first");
        project.aludel("upgrade");
        project.seen();

        project.aludel("diagram", "--database", "--format", "mermaid", "--columns", "keys");
        assertThat(project.seen()
                        .replaceAll("        \\S+ (id|owner_id)", "        TYPE $1")
                        .replaceAll(" \"[^\"]*\"\n", "\n"))
                .isEqualTo("""
                        $ aludel diagram --database --format mermaid --columns keys
                        erDiagram
                            "person" {
                                TYPE id PK
                            }
                            "pet" {
                                TYPE id PK
                                TYPE owner_id FK
                            }
                            "person" ||--o{ "pet" :
                        """);
    }

    @OnEveryDatabase
    void drawsOtherSchemasOnRequest(FreshDatabase database) throws SQLException {
        String shop = database.name() + "_shop"; // on MariaDB a schema is the whole server's
        String quoted;
        try (Engine engine = Engine.create(database.dsn())) {
            assumeTrue(engine.dialect().capabilities().has(Feature.SCHEMAS), "SQLite has no schemas to be made");
            quoted = engine.dialect().quote(shop);
        }
        Project project = Project.on(database, folder);
        database.execute("create schema " + quoted, "create table " + quoted + ".item (id integer primary key)");
        try {
            project.aludel("diagram", "--database", "--format", "mermaid", "--schema", "*_shop", "--columns", "none");
            assertThat(project.seen()).contains("    \"" + shop + ".item\"\n");
            project.aludel("diagram", "--database", "--format", "mermaid");
            assertThat(project.seen()).endsWith("erDiagram\n");
            project.aludel("diagram", "--database", "--schema", "cellar");
            assertThat(project.seen()).contains("CLI-031: No schema is called \"cellar\"; there are: ", shop);
        } finally {
            database.execute("drop table " + quoted + ".item", "drop schema " + quoted);
        }
    }

    @Test
    void takesADatabaseThatIsNotThereToBeEmpty() {
        Project project = new Project(folder).set("ALUDEL_URL", "sqlite:" + folder.resolve("none.db"));

        project.aludel("diagram", "--database", "--format", "mermaid");
        assertThat(project.seen())
                .startsWith("$ aludel diagram --database --format mermaid\nerDiagram\nWarning: there is no database");
        assertThat(folder.resolve("none.db")).doesNotExist();
    }
}
