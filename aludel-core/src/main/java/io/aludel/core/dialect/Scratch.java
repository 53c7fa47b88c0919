// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.expr.Expression;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the database is asked to say a schema in its own words, so that a model and a live database can be compared: the model is created
 * in a scratch place and read back by the same introspector. What then still differs in text is settled by asking the
 * database once more. Every answer is exact, or "different".
 */
public interface Scratch {
    /**
     * The JDBC URL of a scratch place of its own; empty where the place is on the live database's server.
     *
     * @param live the database that is compared, whose settings the place may have to share
     */
    Optional<String> url(CatalogReader live);

    /**
     * The place where it is a database of its own on the live database's server; empty where it is in the live database, inside a transaction that is
     * rolled back.
     *
     * @param live on a connection to the live database
     */
    default Optional<ScratchDatabase> database(CatalogReader live) {
        return Optional.empty();
    }

    /**
     * A database for a short while, with the live one's settings, to try migrations out in.
     *
     * @param live on a connection to the live database
     * @param folder is there and empty, for a database that needs files; it is deleted afterwards
     */
    Throwaway throwaway(CatalogReader live, Path folder);

    /**
     * Creates the schema in the scratch place, without foreign keys, and reads it back. Foreign keys hold no expression: the result has
     * them as they were given.
     */
    Schema readBack(ScratchConnection place, Schema schema);

    /**
     * Whether two defaults are the same.
     *
     * @param table as it was last read back; it still stands in the scratch place
     */
    boolean sameDefault(ScratchConnection place, Table table, Column one, Column other);

    /** Whether two expressions over the table's columns are the same: conditions of checks, predicates and parts of indexes. */
    boolean sameExpression(ScratchConnection place, Table table, Expression one, Expression other);
}
