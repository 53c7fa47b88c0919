// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

/** What {@code aludel entities} can be told, and what it refuses; one database is enough for that. */
class EntitiesCommandTest {
    @TempDir
    private Path folder;

    @OnEveryDatabase(TestDatabase.SQLITE)
    void refusesWhatMakesNoClasses(FreshDatabase database) throws SQLException {
        Project project = Project.on(database, folder);

        project.aludel("entities");
        database.execute("create table kine (id integer not null primary key)");
        project.aludel("entities", "--package", "my-model");
        project.aludel("entities", "--class", "kine=class");
        project.aludel("entities", "--class", "cows=Cow");
        project.aludel("entities", "--accessors", "fluent");
        project.write("taken", "a file");
        project.aludel("entities", "-o", "taken");

        assertThat(project.seen().replaceAll("(FOLDER/taken/Kine.java: ).*", "$1REASON"))
                .isEqualTo("""
                $ aludel entities
                CLI-037: There are no tables in DATABASE. Is it the database that you mean? Other schemas than the connection's own are named by --schemas.
                exit code 1
                $ aludel entities --package my-model
                CLI-036: "my-model" is no name of a package. Give one like com.example.model.
                exit code 1
                $ aludel entities --class kine=class
                CLI-036: "class", which is to be the class of table "kine", is no name of a class.
                exit code 1
                $ aludel entities --class cows=Cow
                CLI-038: --class names the table "cows", which is not there. There are: kine.
                exit code 1
                $ aludel entities --accessors fluent
                CLI-036: --accessors is "fluent"; it can be plain or bean.
                exit code 1
                $ aludel entities -o taken
                CLI-039: Cannot write FOLDER/taken/Kine.java: REASON
                exit code 1
                """);
    }

    @OnEveryDatabase(TestDatabase.SQLITE)
    void writesAsItIsTold(FreshDatabase database) throws SQLException, IOException {
        database.execute(
                "create table kine (id integer not null primary key, milked boolean not null, barn_id integer references barns)",
                "create table barns (id integer not null primary key)");
        Project project = Project.on(database, folder);

        project.aludel("entities", "-o", "a", "--class", "kine=Cow", "--plural", "--accessors", "bean");
        project.aludel("entities", "-o", "a", "--class", "kine=Cow", "--plural", "--accessors", "bean", "--overwrite");

        assertThat(project.seen()).isEqualTo("""
                $ aludel entities -o a --class kine=Cow --plural --accessors bean
                Wrote FOLDER/a/Barns.java
                Wrote FOLDER/a/Cow.java
                Nothing is left out. Next: compile them, then: aludel check
                $ aludel entities -o a --class kine=Cow --plural --accessors bean --overwrite
                Wrote FOLDER/a/Barns.java
                Wrote FOLDER/a/Cow.java
                Nothing is left out. Next: compile them, then: aludel check
                """);
        assertThat(Files.readString(folder.resolve("a/Cow.java"))).isEqualTo("""
                import jakarta.persistence.Entity;
                import jakarta.persistence.FetchType;
                import jakarta.persistence.Id;
                import jakarta.persistence.ManyToOne;
                import jakarta.persistence.Table;

                @Entity
                @Table(name = "kine")
                public class Cow {
                    @Id
                    private Integer id;

                    private boolean milked;

                    @ManyToOne(fetch = FetchType.LAZY)
                    private Barns barn;

                    public Integer getId() {
                        return id;
                    }

                    public void setId(Integer id) {
                        this.id = id;
                    }

                    public boolean isMilked() {
                        return milked;
                    }

                    public void setMilked(boolean milked) {
                        this.milked = milked;
                    }

                    public Barns getBarn() {
                        return barn;
                    }

                    public void setBarn(Barns barn) {
                        this.barn = barn;
                    }
                }
                """);
        assertThat(Files.readString(folder.resolve("a/Barns.java")))
                .contains("@OneToMany(mappedBy = \"barn\")\n    private List<Cow> cows = new ArrayList<>();")
                .doesNotContain("@Table");
    }
}
