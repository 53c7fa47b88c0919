// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit;

import io.aludel.core.dialect.Dialect;
import io.aludel.engine.EngineListener;
import io.aludel.engine.ExecutedStatement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the statements of an engine, in the order in which they were done, and says where they are not those a test expects:
 *
 * <pre>
 * StatementRecorder recorder = new StatementRecorder();
 * Engine engine = Engine.create(dsn, EngineSettings.DEFAULT.withListener(recorder));
 * …
 * recorder.assertStatements(
 *         statement("update student set full_name = ? where id = ?").row("Ada", 1L).row("Grace", 2L),
 *         anyOrder(statement("delete from grade where id = ?"), statement("delete from phone where id = ?")));
 * </pre>
 *
 * <p>Safe to share between threads.
 */
public final class StatementRecorder implements EngineListener {
    private final List<ExecutedStatement> statements = new CopyOnWriteArrayList<>();
    private volatile @Nullable Dialect dialect;

    /** A recorder that has seen nothing yet. */
    public StatementRecorder() {}

    /**
     * From now on, expected statements are taken as written with bare names, and compared as this dialect writes them: one text for all databases.
     */
    public StatementRecorder expectingBareNames(Dialect dialect) {
        this.dialect = dialect;
        return this;
    }

    @Override
    public void executed(ExecutedStatement statement) {
        statements.add(statement);
    }

    /** All since the recorder was made or cleared, those that failed too. */
    public List<ExecutedStatement> statements() {
        return List.copyOf(statements);
    }

    /** The SQL of {@link #statements}. */
    public List<String> sql() {
        return statements.stream().map(ExecutedStatement::sql).toList();
    }

    /** Forgets all. */
    public void clear() {
        statements.clear();
    }

    /** These statements and no others were executed, by their whole text. */
    public void assertStatements(String... sql) {
        assertStatements(Arrays.stream(sql).map(Expected::statement).toArray(Expected[]::new));
    }

    /** These statements and no others were executed. */
    public void assertStatements(Expected... expected) {
        new Comparison(Arrays.stream(expected).map(this::written).toList(), statements()).require();
    }

    private Expected written(Expected expected) {
        Dialect names = dialect;
        if (names == null) {
            return expected;
        }
        return expected instanceof Expected.Statement statement
                ? statement.in(names)
                : ((Expected.AnyOrder) expected).in(names);
    }

    public void assertNoStatements() {
        assertStatements(new Expected[0]);
    }

    /** So many statements were executed; a batch is one. */
    public void assertCount(int expected) {
        Comparison.requireCount(expected, statements());
    }
}
