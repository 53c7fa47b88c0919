// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Trigger;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a database changes its schema. Each method is given the table as it stands before the change, and gives the steps to take; what
 * cannot be done in place comes as a {@link DdlStep.Rebuild}.
 */
public interface Ddl {
    /** Everything of the schema, in dependency order, circles included; for an empty database. */
    List<DdlStep> createAll(Schema schema);

    /**
     * What keeps the database from looking at the bodies of routines that are created after it, which may speak of what comes later, or makes it look again;
     * nothing where it never looks. It lasts as long as the transaction at most, where that holds DDL.
     */
    default List<DdlStep> lookAtBodies(boolean look) {
        return List.of();
    }

    /** Everything of the schema goes, in reverse order, circles included; the named schemas themselves stay, as others may use them. */
    List<DdlStep> dropAll(Schema schema);

    /** A named schema, unless it is there. */
    List<DdlStep> createSchema(String name);

    /** A named schema, which must be empty. */
    List<DdlStep> dropSchema(String name);

    /**
     * All rows of the schema's tables go, whatever order their foreign keys would ask for, and their identity columns count from the beginning
     * again where the database has {@link Feature#IDENTITY_RESET}. For use in a transaction: its rollback brings back both. Whether triggers are
     * told of each row is the database's choice. A table outside the schema that refers to them is in the way, unless its key says what is to
     * become of its rows and the database heeds that here.
     */
    List<DdlStep> deleteAllRows(Schema schema);

    /**
     * The table with its keys, checks, indexes and comments.
     *
     * @param postponed names of foreign keys to leave out, because their target does not stand yet; they follow by {@link #addForeignKey}.
     *     A database that takes a key to a table which is still to come may write them here and give no step there
     */
    List<DdlStep> createTable(Table table, Set<String> postponed);

    List<DdlStep> dropTable(Table table);

    List<DdlStep> renameTable(Table table, TableName to);

    /**
     * Gives the table a comment; nothing to do on a database without {@link Feature#COMMENTS}.
     *
     * @param comment null takes it away
     */
    List<DdlStep> commentTable(Table before, @Nullable String comment);

    List<DdlStep> addColumn(Table before, Column column);

    /** Adds a column that may refuse NULL without a default, as rows that are there get this value; it may speak of their other columns. */
    List<DdlStep> addColumn(Table before, Column column, Expression fill);

    /** Gives this value to rows that have NULL in the column. */
    List<DdlStep> fillColumn(Table before, Column column, Expression fill);

    List<DdlStep> dropColumn(Table before, Column column);

    /** Type, nullability, default, generation, collation or comment; the name stays. */
    List<DdlStep> alterColumn(Table before, Column from, Column to);

    /**
     * The same with another type, to which values are converted by an expression of this database's own.
     *
     * @param using over the row as it was
     */
    List<DdlStep> convertColumn(Table before, Column from, Column to, String using);

    List<DdlStep> renameColumn(Table before, String from, String to);

    List<DdlStep> addPrimaryKey(Table before, PrimaryKey key);

    List<DdlStep> dropPrimaryKey(Table before, PrimaryKey key);

    List<DdlStep> addUniqueKey(Table before, UniqueKey key);

    List<DdlStep> dropUniqueKey(Table before, UniqueKey key);

    List<DdlStep> addForeignKey(Table before, ForeignKey key);

    List<DdlStep> dropForeignKey(Table before, ForeignKey key);

    List<DdlStep> addCheck(Table before, Check check);

    List<DdlStep> dropCheck(Table before, Check check);

    /**
     * Another name for the primary key, or for a unique, foreign, check or exclusion constraint.
     *
     * @param after the table with the constraint under its new name
     */
    List<DdlStep> renameConstraint(Table before, Table after, String from, String to);

    /**
     * Makes a foreign key or check that is not {@code validated} look at the rows that were there before it, and the other way round.
     *
     * @param after the table with the constraint as it becomes
     */
    List<DdlStep> validateConstraint(Table before, Table after, String constraint);

    List<DdlStep> createIndex(Table before, Index index);

    /** The same while others write to the table, by steps outside a transaction; where the database cannot, as {@link #createIndex}. */
    List<DdlStep> createIndexConcurrently(Table before, Index index);

    List<DdlStep> dropIndex(Table before, Index index);

    /** The same while others write to the table, by steps outside a transaction; where the database cannot, as {@link #dropIndex}. */
    List<DdlStep> dropIndexConcurrently(Table before, Index index);

    /**
     * What takes away an index of that name which was not built, or not dropped, to its end by the steps outside a transaction; nothing where there is no
     * such thing.
     */
    default List<DdlStep> clearIndex(Table before, Index index) {
        return List.of();
    }

    List<DdlStep> renameIndex(Table before, Index index, String to);

    List<DdlStep> addExclusion(Table before, Exclusion exclusion);

    List<DdlStep> dropExclusion(Table before, Exclusion exclusion);

    /** The sequence; one that a column owns without that column, to which it is given by {@link #giveSequence}. */
    List<DdlStep> createSequence(Sequence sequence);

    /** Makes the sequence belong to its owner, which must stand; nothing to do where it has none. */
    List<DdlStep> giveSequence(Sequence sequence);

    /** Another type, numbering, owner or comment; the number that comes next stays. */
    List<DdlStep> alterSequence(Sequence from, Sequence to);

    List<DdlStep> dropSequence(Sequence sequence);

    /** Another name within its schema; the number that comes next stays. */
    List<DdlStep> renameSequence(Sequence sequence, TableName to);

    List<DdlStep> createEnumType(EnumType type);

    List<DdlStep> dropEnumType(EnumType type);

    /**
     * Another value of the type.
     *
     * @param before the value that it comes before; null where it comes last
     */
    List<DdlStep> addEnumValue(EnumType type, String value, @Nullable String before);

    /** Another name within its schema; columns follow. */
    List<DdlStep> renameEnumType(EnumType type, TableName to);

    /** Another word for a value; rows follow. */
    List<DdlStep> renameEnumValue(EnumType type, String from, String to);

    /**
     * Takes a value from the type. The steps fail, before any of them changes something, where a row has it and there is no replacement.
     *
     * @param replacement what rows get that have it; null where none may
     */
    List<DdlStep> dropEnumValue(EnumType type, String value, @Nullable String replacement);

    List<DdlStep> createDomain(Domain domain);

    List<DdlStep> dropDomain(Domain domain);

    List<DdlStep> createView(View view);

    List<DdlStep> dropView(View view);

    List<DdlStep> createRoutine(Routine routine);

    List<DdlStep> dropRoutine(Routine routine);

    List<DdlStep> createTrigger(Trigger trigger);

    List<DdlStep> dropTrigger(Trigger trigger);

    /**
     * The statements of a rebuild.
     *
     * @param live the table as it stands in the database, with its triggers, which are made again, and with what could not be read, which would be
     *     lost. Empty where no database is asked: one that has such things refuses the statements
     */
    List<String> rebuild(DdlStep.Rebuild rebuild, Schema live);

    /** What must surround a transaction with rebuilds; empty where the database never needs one. */
    Optional<RebuildProtocol> rebuildProtocol();
}
