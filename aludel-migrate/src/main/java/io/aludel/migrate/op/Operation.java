// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * One change to a schema, as data: the same object goes from the differ to the script, from the script to the database, and back.
 *
 * <p>An operation that drops something may carry what it drops ({@code former}); without it it can be executed, but not reversed.
 */
public sealed interface Operation
        permits CreateTable,
                DropTable,
                RenameTable,
                CommentTable,
                AddColumn,
                DropColumn,
                AlterColumn,
                RenameColumn,
                AddPrimaryKey,
                DropPrimaryKey,
                AddUniqueKey,
                DropUniqueKey,
                AddForeignKey,
                DropForeignKey,
                AddCheck,
                DropCheck,
                CreateIndex,
                DropIndex,
                RenameIndex,
                AddExclusion,
                DropExclusion,
                RenameConstraint,
                ValidateConstraint,
                CreateSequence,
                AlterSequence,
                DropSequence,
                RenameSequence,
                CreateEnumType,
                DropEnumType,
                RenameEnumType,
                AddEnumValue,
                RenameEnumValue,
                DropEnumValue,
                CreateDomain,
                DropDomain,
                CreateView,
                DropView,
                CreateRoutine,
                DropRoutine,
                CreateTrigger,
                DropTrigger,
                Replace,
                CreateSchema,
                DropSchema,
                InsertRows,
                InsertSelected,
                UpdateRows,
                DeleteRows,
                ExecuteSql,
                IfNeeded,
                OnDialects {
    /**
     * The schema as it is afterwards.
     *
     * @throws OperationException if the operation does not fit; the message says what is in its way
     */
    Schema applyTo(Schema before);

    /** What undoes it, or why nothing does. */
    Reversal reverse();

    /**
     * What the database has to do.
     *
     * @param before the schema as it stands; what the operation speaks of must be in it
     */
    List<DdlStep> render(Dialect dialect, Schema before);

    /** The same, where it drops something with the former definition taken from the schema before it. */
    default Operation withFormer(Schema before) {
        return this;
    }

    /** What is done, whatever says for which databases it is or when it is needed. */
    default Operation bare() {
        return this;
    }

    /** Whether it is for that database; otherwise it is left out there, neither rendered nor applied. */
    default boolean isFor(Dialect dialect) {
        return true;
    }

    /**
     * What takes away what its statement may leave when it is cut short or refused, where that is neither the schema before nor the one after: nothing
     * if nothing is left. Empty where a statement is done as a whole or not at all.
     *
     * @param live the schema as it is found
     */
    default Optional<List<DdlStep>> clearance(Dialect dialect, Schema live) {
        return Optional.empty();
    }

    /** What kind of object it makes, changes or drops. */
    default ObjectKind kind() {
        return ObjectKind.TABLE;
    }

    /** The tables (or other objects) that it speaks of by name; a foreign key's target is not among them. */
    List<TableName> tables();

    /** The named schemas that it makes or drops. */
    default List<String> schemas() {
        return List.of();
    }

    /** What may be lost by it, for people: {@code loses the values of column "nick" of table "pet"}; empty where no row, value or NULL is. */
    default Optional<String> loss() {
        return Optional.empty();
    }

    /** Whether rows or values may be lost, or stand in its way. */
    default boolean isDestructive() {
        return loss().isPresent();
    }

    /**
     * The table that must have no rows, because nothing says what they get: it is to be asked before anything is executed, as the database would refuse
     * the change in the middle, or make a value up. Empty where rows may be there.
     */
    default Optional<TableName> requiresEmptyTable() {
        return Optional.empty();
    }

    /** For people: {@code drop column "nickname" of table "users"}. */
    String describe();

    <R> R accept(Visitor<R> visitor);

    /** One method per operation, none with a default: a new one fails to compile wherever it must be known. */
    interface Visitor<R> {
        R createTable(CreateTable operation);

        R dropTable(DropTable operation);

        R renameTable(RenameTable operation);

        R commentTable(CommentTable operation);

        R addColumn(AddColumn operation);

        R dropColumn(DropColumn operation);

        R alterColumn(AlterColumn operation);

        R renameColumn(RenameColumn operation);

        R addPrimaryKey(AddPrimaryKey operation);

        R dropPrimaryKey(DropPrimaryKey operation);

        R addUniqueKey(AddUniqueKey operation);

        R dropUniqueKey(DropUniqueKey operation);

        R addForeignKey(AddForeignKey operation);

        R dropForeignKey(DropForeignKey operation);

        R addCheck(AddCheck operation);

        R dropCheck(DropCheck operation);

        R createIndex(CreateIndex operation);

        R dropIndex(DropIndex operation);

        R renameIndex(RenameIndex operation);

        R addExclusion(AddExclusion operation);

        R dropExclusion(DropExclusion operation);

        R renameConstraint(RenameConstraint operation);

        R validateConstraint(ValidateConstraint operation);

        R createSequence(CreateSequence operation);

        R alterSequence(AlterSequence operation);

        R dropSequence(DropSequence operation);

        R renameSequence(RenameSequence operation);

        R createEnumType(CreateEnumType operation);

        R dropEnumType(DropEnumType operation);

        R renameEnumType(RenameEnumType operation);

        R addEnumValue(AddEnumValue operation);

        R renameEnumValue(RenameEnumValue operation);

        R dropEnumValue(DropEnumValue operation);

        R createDomain(CreateDomain operation);

        R dropDomain(DropDomain operation);

        R createView(CreateView operation);

        R dropView(DropView operation);

        R createRoutine(CreateRoutine operation);

        R dropRoutine(DropRoutine operation);

        R createTrigger(CreateTrigger operation);

        R dropTrigger(DropTrigger operation);

        R replace(Replace operation);

        R createSchema(CreateSchema operation);

        R dropSchema(DropSchema operation);

        R insertRows(InsertRows operation);

        R insertSelected(InsertSelected operation);

        R updateRows(UpdateRows operation);

        R deleteRows(DeleteRows operation);

        R executeSql(ExecuteSql operation);

        R ifNeeded(IfNeeded operation);

        R onDialects(OnDialects operation);
    }
}
