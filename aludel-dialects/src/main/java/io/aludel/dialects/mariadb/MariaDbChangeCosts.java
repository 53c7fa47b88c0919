// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.ChangeCost;
import io.aludel.core.dialect.ChangeCost.Waiting;
import io.aludel.core.dialect.ChangeCost.Work;
import io.aludel.core.dialect.ChangeCosts;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import java.util.Locale;
import java.util.Objects;

/**
 * What changes cost on InnoDB: INSTANT changes the catalogue, INPLACE works while others write, COPY makes the table anew while they wait.
 *
 * <p>Sources: mariadb.com/kb, "InnoDB Online DDL Operations with the INPLACE Alter Algorithm" and "… with the INSTANT Alter Algorithm"; dev.mysql.com,
 * reference manual 8.4, 17.12.1 "Online DDL Operations".
 */
final class MariaDbChangeCosts implements ChangeCosts {
    /** The bytes whose number fits into one byte: texts that may be longer are stored in another way. */
    private static final int SHORT_BYTES = 255;

    private static final int BYTES_OF_CHARACTER = 4;

    private final Server server;
    private final ServerVersion version;
    private final String source;

    MariaDbChangeCosts(Server server, ServerVersion version) {
        this.server = server;
        this.version = version;
        this.source = server == Server.MYSQL
                ? "MySQL manual, 17.12.1 Online DDL Operations"
                : "MariaDB documentation, InnoDB Online DDL";
    }

    private ChangeCost instant() {
        return new ChangeCost(Work.NOTHING, Waiting.NOBODY, "ALGORITHM=INSTANT", source);
    }

    private ChangeCost inplace(Work work) {
        return new ChangeCost(work, Waiting.NOBODY, "ALGORITHM=INPLACE, LOCK=NONE", source);
    }

    private ChangeCost copy() {
        return new ChangeCost(Work.REWRITE, Waiting.WRITERS, "ALGORITHM=COPY, LOCK=SHARED", source);
    }

    @Override
    public ChangeCost addColumn(Table before, Column column) {
        boolean copies = column.generation() instanceof Generation.Computed computed && computed.stored()
                || column.generation() instanceof Generation.Identity;
        return copies ? copy() : instant();
    }

    /** One that an index has is taken out of it first, in place. */
    @Override
    public ChangeCost dropColumn(Table before, Column column) {
        boolean instant = server == Server.MARIADB || version.isAtLeast(8, 1);
        return instant ? instant() : inplace(Work.REWRITE);
    }

    @Override
    public ChangeCost alterColumn(Table before, Column from, Column to) {
        if (!keepsRows(from, to)
                || !from.generation().equals(to.generation())
                || !Objects.equals(from.collation(), to.collation())) {
            return copy();
        }
        if (from.nullable() == to.nullable()) {
            return instant();
        }
        return to.nullable() && server == Server.MARIADB ? instant() : inplace(Work.REWRITE);
    }

    private static boolean keepsRows(Column from, Column to) {
        if (from.type().equals(to.type())) {
            return true;
        }
        return from.type() instanceof StandardType former
                && to.type() instanceof StandardType next
                && former.kind() == TypeKind.VARCHAR
                && next.kind() == TypeKind.VARCHAR
                && former.hasLength()
                && next.hasLength()
                && former.length() <= next.length()
                && isShort(former) == isShort(next);
    }

    private static boolean isShort(StandardType type) {
        return type.length() * BYTES_OF_CHARACTER <= SHORT_BYTES;
    }

    @Override
    public ChangeCost convertColumn(Table before, Column from, Column to) {
        return copy();
    }

    @Override
    public ChangeCost addPrimaryKey(Table before, PrimaryKey key) {
        return inplace(Work.REWRITE);
    }

    @Override
    public ChangeCost addUniqueKey(Table before, UniqueKey key) {
        return inplace(Work.BUILD);
    }

    /** In place only where {@code foreign_key_checks} is off, which we never switch off: rows that are there would not be looked at. */
    @Override
    public ChangeCost addForeignKey(Table before, ForeignKey key) {
        return copy();
    }

    @Override
    public ChangeCost addCheck(Table before, Check check) {
        return copy();
    }

    @Override
    public ChangeCost addExclusion(Table before, Exclusion exclusion) {
        return copy(); // there are none: it is refused before
    }

    @Override
    public ChangeCost createIndex(Table before, Index index, boolean concurrently) {
        String method = index.method() == null ? "" : index.method().toLowerCase(Locale.ROOT);
        return method.equals("fulltext") || method.equals("spatial")
                ? new ChangeCost(Work.BUILD, Waiting.WRITERS, "ALGORITHM=INPLACE, LOCK=SHARED", source)
                : inplace(Work.BUILD);
    }

    @Override
    public boolean indexesForeignKeys() {
        return true;
    }
}
