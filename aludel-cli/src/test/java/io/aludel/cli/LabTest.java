// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.Engine;
import io.aludel.mapping.Model;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;

/** From tables that somebody made by hand to classes, to a program that works on them, and to migrations that make the same tables anew. */
class LabTest {
    private static final String[] BY_HAND = {"""
        create table authors (
            id integer not null primary key,
            full_name varchar(80) not null,
            born date)""", """
        create table books (
            id integer not null primary key,
            title varchar(200) not null,
            price decimal(8, 2) default 0 not null,
            author_id integer not null,
            constraint uq_books_title unique (title),
            constraint fk_books_author_id foreign key (author_id) references authors (id) on delete cascade,
            constraint ck_books_price check (price >= 0))""", "create index ix_books_price on books (price)", """
        create table book_tags (
            book_id integer not null,
            tag varchar(30) not null,
            primary key (book_id, tag))"""};

    /** What a user writes: a session that works on the classes. */
    private static final String PROGRAM = """
            package library;

            import io.aludel.orm.Session;
            import java.math.BigDecimal;
            import java.util.function.Function;

            public final class Program implements Function<Session, String> {
                @Override
                public String apply(Session session) {
                    Author author = new Author();
                    author.id(1);
                    author.fullName("Ada");
                    session.persist(author);
                    Book book = new Book();
                    book.id(7);
                    book.title("Notes");
                    book.price(new BigDecimal("12.50"));
                    book.author(author);
                    session.persist(book);
                    session.flush();
                    session.clear();
                    Author found = session.find(Author.class, 1);
                    return found.fullName() + ": " + found.books().get(0).title() + " " + found.books().get(0).price();
                }
            }
            """;

    @TempDir
    private Path folder;

    @OnEveryDatabase
    void adoptsTablesThatWereMadeByHand(FreshDatabase database) throws SQLException {
        database.execute(BY_HAND);
        Project project = Project.on(database, folder);

        project.aludel("init");
        project.aludel("entities", "--package", "library");
        project.aludel("entities", "--package", "library");
        database.execute("drop table book_tags"); // it was left out, and is not needed
        project.write("src/main/java/library/Program.java", PROGRAM);
        Path sources = folder.resolve("src/main/java");
        Path compiled = ModelSources.compile(List.of(sources), sources.resolve("migrations"), List.of());
        Model model = new ModelClasses(List.of(sources), List.of(compiled), List.of()).model();
        project.set("ALUDEL_MODEL_CLASSPATH", compiled.toString());
        project.aludel("check");
        assertThat(project.seen()).isEqualTo("""
                $ aludel init
                Made FOLDER/aludel.properties
                Made FOLDER/src/main/java/migrations
                Next: aludel revision --autogenerate -m "first tables"
                $ aludel entities --package library
                Wrote FOLDER/src/main/java/library/Author.java
                Wrote FOLDER/src/main/java/library/Book.java
                No class says this, so a comparison with the model would find it missing there:
                ! table "book_tags": Its primary key has 2 columns, book_id, tag, and identifiers of several attributes are not supported yet.
                To leave those tables alone, write into aludel.properties: exclude.tables=book_tags
                $ aludel entities --package library
                CLI-035: Nothing was written, as there is FOLDER/src/main/java/library/Author.java, FOLDER/src/main/java/library/Book.java already. Give another folder or package, or --overwrite.
                exit code 1
                $ aludel check
                The model and the database do not differ.
                """);

        assertThat(work(database, model)).isEqualTo("Ada: Notes 12.50");

        database.execute("drop table books", "drop table authors");
        project.aludel("revision", "--autogenerate", "-m", "What was made by hand");
        project.aludel("upgrade");
        assertThat(work(database, model)).isEqualTo("Ada: Notes 12.50");
        project.aludel("check");
        project.aludel("downgrade", "base");
        assertThat(Tables.of(database))
                .containsExactly("aludel_history", "aludel_ledger", "aludel_repeatable", "aludel_steps");
        project.aludel("upgrade");
        project.aludel("check");
        assertThat(project.seen()).isEqualTo("""
                $ aludel revision --autogenerate -m 'What was made by hand'
                  create table "authors": (id, full_name, born)
                  create table "books": (id, title, price, author_id)
                Wrote FOLDER/src/main/java/migrations/Rid1_WhatWasMadeByHand.java
                Next: aludel upgrade head
                $ aludel upgrade
                Applied id1  What was made by hand (N ms)
                $ aludel check
                The model and the database do not differ.
                $ aludel downgrade base
                Undid id1  What was made by hand (N ms)
                $ aludel upgrade
                Applied id1  What was made by hand (N ms)
                $ aludel check
                The model and the database do not differ.
                """);
    }

    /** What the program says, on the classes as they are compiled. */
    private static String work(FreshDatabase database, Model model) {
        try (Engine engine = Engine.create(database.dsn())) {
            return SessionFactory.of(engine, model).fromTransaction(program(model));
        }
    }

    @SuppressWarnings("unchecked") // it is the one above
    private static Function<Session, String> program(Model model) {
        try {
            ClassLoader loader =
                    model.entities().iterator().next().entityClass().getClassLoader();
            return (Function<Session, String>)
                    loader.loadClass("library.Program").getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
