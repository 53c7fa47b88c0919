// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.expr.Bind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Collects the text of one statement and what stands behind its {@code ?}s. One thread at a time. */
public final class SqlWriter {
    private final StringBuilder text = new StringBuilder();
    private final List<Bind> binds = new ArrayList<>();
    private final Map<Integer, String> columns = new HashMap<>();

    /** Makes one that is empty. */
    public SqlWriter() {}

    public SqlWriter append(String sql) {
        text.append(sql);
        return this;
    }

    /** A {@code ?} with the value behind it. */
    public SqlWriter bind(Bind bind) {
        binds.add(bind);
        return append("?");
    }

    /** As {@link #bind(Bind)}, of a value that is stored in the column {@code person.name}. */
    public SqlWriter bind(Bind bind, String column) {
        columns.put(binds.size(), column);
        return bind(bind);
    }

    /** Writes each element, with the separator between them. */
    public <T> SqlWriter list(Iterable<? extends T> elements, String separator, Consumer<? super T> write) {
        boolean first = true;
        for (T element : elements) {
            if (!first) {
                append(separator);
            }
            write.accept(element);
            first = false;
        }
        return this;
    }

    /** Where the text ends now, to come back to. */
    public Mark mark() {
        return new Mark(text.length(), binds.size());
    }

    /** Whether a value was bound since the mark. */
    public boolean hasBindsSince(Mark mark) {
        return binds.size() > mark.binds;
    }

    /** Puts what was written since the mark into parentheses. */
    public void parenthesizeSince(Mark mark) {
        text.insert(mark.length, '(').append(')');
    }

    /** Forgets what was written since the mark. */
    public void backTo(Mark mark) {
        text.setLength(mark.length);
        binds.subList(mark.binds, binds.size()).clear();
        columns.keySet().removeIf(bind -> bind >= mark.binds);
    }

    public RenderedSql rendered() {
        return new RenderedSql(text.toString(), binds, columns, null);
    }

    /** A place in the text. */
    public record Mark(int length, int binds) {}
}
