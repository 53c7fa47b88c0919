// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is missing from a project, or wrong in its sources. */
class BrokenProjectTest {
    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void project() {
        project = new Project(folder)
                .set("ALUDEL_URL", "sqlite:" + folder.resolve("x.db"))
                .write("x.db", "");
    }

    @Test
    void noFolderOfScripts() {
        project.aludel("upgrade");
        project.aludel("sql");
        project.aludel("history");
        project.aludel("downgrade", "base");
        assertThat(project.seen()).isEqualTo("""
                $ aludel upgrade
                CLI-004: There is no folder FOLDER/src/main/java/migrations with migration scripts. Go to the project's folder, or say where they are: --scripts. In a new project begin with: aludel init
                exit code 1
                $ aludel sql
                CLI-004: There is no folder FOLDER/src/main/java/migrations with migration scripts. Go to the project's folder, or say where they are: --scripts. In a new project begin with: aludel init
                exit code 1
                $ aludel history
                There are no revisions yet. Next: aludel revision --autogenerate -m "first tables"
                $ aludel downgrade base
                Nothing to undo: the database is there already.
                """);
    }

    @Test
    void noClasses() throws IOException {
        project.aludel("check");
        Files.createDirectories(folder.resolve("target/classes"));
        project.aludel("check");
        project.aludel("check", "--model.sources", "src");
        Files.createDirectories(folder.resolve("src"));
        project.aludel("check", "--model.sources", "src");
        Pets.atFirst(project).aludel("check", "--model.sources", "src", "--model.packages", "zoo, farm");
        assertThat(project.seen()).isEqualTo("""
                $ aludel check
                CLI-001: The entities' classes are not at FOLDER/target/classes. Build the project first, or say where they are: --model.classpath for folders and jars, --model.sources for sources without a build.
                exit code 1
                $ aludel check
                CLI-001: There are no entities in FOLDER/target/classes. Compile them with aludel-processor as annotation processor, or say where their sources are: --model.sources.
                exit code 1
                $ aludel check --model.sources src
                CLI-001: There is no folder FOLDER/src with the entities' sources. Say where they are: --model.sources.
                exit code 1
                $ aludel check --model.sources src
                CLI-001: There is no Java source in FOLDER/src.
                exit code 1
                $ aludel check --model.sources src --model.packages 'zoo, farm'
                CLI-001: None of the 2 entities in FOLDER/src is in the packages that --model.packages names: zoo, farm.
                exit code 1
                """);
    }

    @Test
    void aScriptThatDoesNotCompile() {
        project.write("src/main/java/migrations/R1.java", """
                package migrations;

                public final class R1 {
                    void up() {
                        op.createTabel("x");
                        int x = "1";
                    }
                }
                """);

        project.aludel("upgrade");
        project.aludel("history");
        assertThat(project.seen()).isEqualTo("""
                $ aludel upgrade
                MIG-003: The scripts do not compile:
                  R1.java:5:9: cannot find symbol
                  symbol:   variable op
                  location: class migrations.R1
                  R1.java:6:17: incompatible types: java.lang.String cannot be converted to int
                exit code 1
                $ aludel history
                MIG-003: The scripts do not compile:
                  R1.java:5:9: cannot find symbol
                  symbol:   variable op
                  location: class migrations.R1
                  R1.java:6:17: incompatible types: java.lang.String cannot be converted to int
                exit code 1
                """);
    }

    @Test
    void anEntityThatDoesNotCompile() {
        Pets.atFirst(project)
                .write("src/main/java/pets/Pet.java", "package pets;\n\nclass Pet {\n    Perso owner;\n}\n");

        project.aludel("check", "--model.sources", "src/main/java");
        assertThat(project.seen()).isEqualTo("""
                $ aludel check --model.sources src/main/java
                CLI-003: The entities' sources do not compile:
                FOLDER/src/main/java/pets/Pet.java:4: error: cannot find symbol
                    Perso owner;
                    ^
                  symbol:   class Perso
                  location: class Pet
                1 error
                exit code 1
                """);
    }

    @Test
    void entitiesWithMistakesInTheMapping() {
        project.write("src/pets/Pet.java", """
                package pets;

                import jakarta.persistence.*;

                @Entity
                public class Pet {
                    Thread thread;
                }
                """).write("src/pets/Toy.java", """
                package pets;

                import jakarta.persistence.*;

                @Entity
                public class Toy {
                    @Id Long id;
                    @Id Long number;
                    @ManyToOne String pet;
                }
                """);

        project.aludel("check", "--model.sources", "src");
        assertThat(project.seen()).isEqualTo("""
                $ aludel check --model.sources src
                CLI-003: The entities' sources do not compile:
                FOLDER/src/pets/Pet.java:7: error: MAP-020 Pet.thread: Its type java.lang.Thread is not mapped; use one that is, or mark it @Transient. Mapped are primitives and BigDecimal, BigInteger, Boolean, Byte, Character, Currency, Double, Duration, Float, Instant, Integer, Json, LocalDate, LocalDateTime, LocalTime, Locale, Long, OffsetDateTime, Short, String, URI, UUID, Year, YearMonth, ZoneId, byte[], enums.
                    Thread thread;
                           ^
                FOLDER/src/pets/Pet.java:6: error: MAP-010 Pet: It has no identifier. Mark one field with @Id: "@Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;".
                public class Pet {
                       ^
                FOLDER/src/pets/Toy.java:8: error: MAP-011 Toy.number: It has 2 identifiers, id, number; an identifier of several attributes is not supported yet. Keep one, and say what is unique by @Table(uniqueConstraints).
                    @Id Long number;
                             ^
                FOLDER/src/pets/Toy.java:9: error: MAP-030 Toy.pet: @ManyToOne points at java.lang.String, which is no @Entity; annotate that class, or this field otherwise.
                    @ManyToOne String pet;
                                      ^
                4 errors
                exit code 1
                """);
    }

    @Test
    void aMappingThatIsWorthALook() {
        project.write("src/pets/Pet.java", """
                package pets;

                import jakarta.persistence.*;

                @Entity
                @Table(check = @CheckConstraint(name = "ck_pet_id", constraint = "id @@ 1"))
                public class Pet {
                    @Id Long id;
                }
                """);

        project.aludel("check", "--model.sources", "src");
        assertThat(project.seen()).isEqualTo("""
                $ aludel check --model.sources src
                To bring the database to the model:
                  create table "pet": (id)
                Warning: MAP-044 Pet: The check "id @@ 1" is given to every database as it stands, because it cannot be read: Expected the end but found "@" (at character 4).
                exit code 2
                """);
    }
}
