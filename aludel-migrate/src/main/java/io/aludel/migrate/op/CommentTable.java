// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives a table a comment, or takes it away; nothing happens on databases that have none.
 *
 * @param comment null for none
 * @param former what it was; null for none
 */
public record CommentTable(
        TableName table, @Nullable String comment, @Nullable String former) implements Operation {
    public CommentTable {
        Objects.requireNonNull(table, "table");
    }

    @Override
    public Schema applyTo(Schema before) {
        return before.with(new Fit(this, before).table(table).withComment(comment));
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new CommentTable(table, former, comment));
    }

    @Override
    public Operation withFormer(Schema before) {
        return new CommentTable(
                table, comment, before.table(table).map(Table::comment).orElse(null));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().commentTable(new Fit(this, before).table(table), comment);
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return "comment table \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.commentTable(this);
    }
}
