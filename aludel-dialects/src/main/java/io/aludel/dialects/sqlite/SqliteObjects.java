// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.StandardColumns;
import io.aludel.core.dialect.StandardConstraints;
import io.aludel.core.dialect.StandardObjects;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.schema.View;
import java.util.List;

/** Views and triggers as SQLite has them: a view is its query, and nothing else. */
final class SqliteObjects extends StandardObjects {
    SqliteObjects(SqliteDialect dialect, StandardColumns columns, StandardConstraints constraints) {
        super(dialect, columns, constraints);
    }

    @Override
    public List<String> createView(View view) {
        if (!view.options().isEmpty()) {
            throw new UnsupportedFeatureException(
                    "options of views (" + view.describe() + ")", dialect.name(), "Leave them out.");
        }
        return super.createView(view);
    }
}
