// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm;

import static io.aludel.testkit.Expected.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.world.Book;
import io.aludel.orm.world.Shelf;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What refers to a removed object, where cascades and the database differ. */
@OnEveryDatabase
class RemovalTest {
    private final World world;

    RemovalTest(FreshDatabase database) {
        world = new World(database, Shelf.class, Book.class);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @Tag("O-5")
    void removesWhatCascadesThoughTheDatabaseWouldOnlyClearItsKey() {
        Shelf shelf = new Shelf();
        world.given(shelf, new Book(shelf, null), new Book(shelf, null));
        world.sessions().inTransaction(session -> session.remove(session.get(Shelf.class, shelf.getId())));
        assertThat(world.statements().sql()).hasSize(4);
        assertThat(world.count("book")).isZero();
        assertThat(world.count("shelf")).isZero();
    }

    @Test
    @Tag("O-5")
    void leavesKeysThatTheDatabaseClearsToItAndClearsThoseOfLoadedObjects() {
        Shelf shelf = new Shelf();
        Book loaded = new Book(null, shelf);
        world.given(shelf, loaded, new Book(null, shelf));
        try (Session session = world.open()) {
            Shelf found = session.get(Shelf.class, shelf.getId());
            Book book = session.get(Book.class, loaded.getId());
            found.getBooks().size();
            world.statements().clear();
            session.remove(found);
            session.commit();
            assertThat(book.getSecond()).isNull();
        }
        world.statements()
                .assertStatements(
                        statement("update book set second_id = ? where book.id = ?")
                                .row(null, loaded.getId()),
                        statement("delete from shelf where shelf.id = ?").row(shelf.getId()));
        assertThat(world.count("book")).isEqualTo(2);
        try (Session session = world.open()) {
            assertThat(session.get(Book.class, 2L).getSecond()).isNull();
        }
    }
}
