// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.examples.gradebook.Gradebook;
import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.command.Shell;
import io.aludel.examples.gradebook.model.Group;
import io.aludel.examples.gradebook.model.Student;
import io.aludel.orm.Session;
import io.aludel.orm.error.EntityNotFoundException;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody else changes what an edit depends on, between its looking and its writing. */
@OnEveryDatabase
class TwoAtOnceTest {
    private static final int LOOKING_AND_WAITING_MILLIS = 150;

    private final Shell shell;
    private final Gradebook gradebook;

    TwoAtOnceTest(FreshDatabase database) {
        shell = new Shell(database);
        gradebook = new Gradebook(database.dsn());
    }

    @BeforeEach
    void make() {
        SmallGradebook.make(gradebook);
        gradebook.write(session -> {
            Group empty = new Group("A-2");
            session.persist(empty);
            return empty;
        });
    }

    @AfterEach
    void close() {
        gradebook.close();
    }

    @Test
    void saysWhatHasComeInTheWayOfARemoval() throws Exception {
        requireKeysAcrossTransactions();
        String message = whileOther(
                session -> session.persist(new Student("Grace", session.get(Group.class, 2L))),
                () -> shell.refused("remove", "group", "--id", "2"));

        assertThat(message).startsWith("The group 2, A-2, cannot be removed: 1 student refers to it (Grace). ");
    }

    @Test
    void saysWhichGroupHasTakenTheName() throws Exception {
        String message = whileOther(
                session -> session.persist(new Group("A-3")),
                () -> shell.refused("create", "group", "--set", "name=A-3"));

        assertThat(message).matches("There is such a group already: 3, A-3\\. Give this one another name\\.");
    }

    @Test
    void saysThatWhatIsReferredToHasGone() throws Exception {
        requireKeysAcrossTransactions();
        String message = whileOther(
                session -> session.remove(session.get(Group.class, 2L)),
                () -> shell.refused("update", "student", "--id", "1", "--set", "group=A-2"));

        assertThat(message).isEqualTo("There is no group \"A-2\". There are, for example: \"A-1\"");
        assertThat(shell.seen("list", "student", "--format", "csv")).isEqualTo("id,name,group\n1,Ada Lovelace,A-1\n");
    }

    @Test
    void saysThatWhatIsUpdatedHasGone() throws Exception {
        String message = whileOther(
                session -> session.remove(session.get(Student.class, 1L)),
                () -> shell.refused("update", "student", "--id", "1", "--set", "name=Bob"));

        assertThat(message).isEqualTo("There is no student with the id 1. See which there are: gradebook list student");
    }

    @Test
    void keepsBothChangesOfOneRow() throws Exception {
        whileOther(
                session -> session.get(Student.class, 1L).moveTo(session.get(Group.class, 2L)),
                () -> shell.seen("update", "student", "--id", "1", "--set", "name=Bob"));

        assertThat(shell.seen("list", "student", "--format", "csv")).isEqualTo("id,name,group\n1,Bob,A-2\n");
    }

    @Test
    void triesThriceAndOnlyWhereOthersAreToBlame() {
        List<String> tries = new ArrayList<>();
        assertThat(Attempts.<String>write(gradebook, session -> {
                    tries.add("x");
                    if (tries.size() < 3) {
                        throw new EntityNotFoundException("gone", Group.class, 1L);
                    }
                    return "done";
                }))
                .isEqualTo("done");
        assertThat(tries).hasSize(3);

        tries.clear();
        assertThatThrownBy(() -> Attempts.write(gradebook, session -> {
                    tries.add("x");
                    throw new EntityNotFoundException("gone", Group.class, 1L);
                }))
                .isInstanceOf(EntityNotFoundException.class);
        assertThat(tries).hasSize(3);

        tries.clear();
        assertThatThrownBy(() -> Attempts.write(gradebook, session -> {
                    tries.add("x");
                    throw new GradebookException("no");
                }))
                .isInstanceOf(GradebookException.class);
        assertThat(tries).hasSize(1);
    }

    private void requireKeysAcrossTransactions() {
        assumeTrue(
                gradebook.<Boolean>read(
                        session -> session.connection().dialect().capabilities().has(Feature.KEYS_ACROSS_TRANSACTIONS)),
                "foreign keys hold between transactions");
    }

    /** What the edit says that begins after the other's work was done and before it is committed. */
    private String whileOther(Consumer<Session> work, Supplier<String> edit) throws Exception {
        CompletableFuture<String> said = gradebook.write(session -> {
            work.accept(session);
            session.flush();
            CompletableFuture<String> begun = CompletableFuture.supplyAsync(edit);
            pause();
            return begun;
        });
        return said.get(30, TimeUnit.SECONDS);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOKING_AND_WAITING_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
