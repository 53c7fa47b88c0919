// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.squash;

import io.aludel.migrate.op.AddCheck;
import io.aludel.migrate.op.AddColumn;
import io.aludel.migrate.op.AddEnumValue;
import io.aludel.migrate.op.AddExclusion;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.AddPrimaryKey;
import io.aludel.migrate.op.AddUniqueKey;
import io.aludel.migrate.op.AlterColumn;
import io.aludel.migrate.op.AlterSequence;
import io.aludel.migrate.op.CommentTable;
import io.aludel.migrate.op.CreateDomain;
import io.aludel.migrate.op.CreateEnumType;
import io.aludel.migrate.op.CreateIndex;
import io.aludel.migrate.op.CreateRoutine;
import io.aludel.migrate.op.CreateSchema;
import io.aludel.migrate.op.CreateSequence;
import io.aludel.migrate.op.CreateTable;
import io.aludel.migrate.op.CreateTrigger;
import io.aludel.migrate.op.CreateView;
import io.aludel.migrate.op.DeleteRows;
import io.aludel.migrate.op.DropCheck;
import io.aludel.migrate.op.DropColumn;
import io.aludel.migrate.op.DropDomain;
import io.aludel.migrate.op.DropEnumType;
import io.aludel.migrate.op.DropEnumValue;
import io.aludel.migrate.op.DropExclusion;
import io.aludel.migrate.op.DropForeignKey;
import io.aludel.migrate.op.DropIndex;
import io.aludel.migrate.op.DropPrimaryKey;
import io.aludel.migrate.op.DropRoutine;
import io.aludel.migrate.op.DropSchema;
import io.aludel.migrate.op.DropSequence;
import io.aludel.migrate.op.DropTable;
import io.aludel.migrate.op.DropTrigger;
import io.aludel.migrate.op.DropUniqueKey;
import io.aludel.migrate.op.DropView;
import io.aludel.migrate.op.ExecuteSql;
import io.aludel.migrate.op.IfNeeded;
import io.aludel.migrate.op.InsertRows;
import io.aludel.migrate.op.InsertSelected;
import io.aludel.migrate.op.OnDialects;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.RenameColumn;
import io.aludel.migrate.op.RenameConstraint;
import io.aludel.migrate.op.RenameEnumType;
import io.aludel.migrate.op.RenameEnumValue;
import io.aludel.migrate.op.RenameIndex;
import io.aludel.migrate.op.RenameSequence;
import io.aludel.migrate.op.RenameTable;
import io.aludel.migrate.op.Replace;
import io.aludel.migrate.op.UpdateRows;
import io.aludel.migrate.op.ValidateConstraint;

/** Whether an operation stays where it is: it concerns rows or a text, or only some databases. */
final class Firmness implements Operation.Visitor<Boolean> {
    @Override
    public Boolean createTable(CreateTable operation) {
        return false;
    }

    @Override
    public Boolean dropTable(DropTable operation) {
        return false;
    }

    @Override
    public Boolean renameTable(RenameTable operation) {
        return false;
    }

    @Override
    public Boolean commentTable(CommentTable operation) {
        return false;
    }

    @Override
    public Boolean addColumn(AddColumn operation) {
        return false;
    }

    @Override
    public Boolean dropColumn(DropColumn operation) {
        return false;
    }

    @Override
    public Boolean alterColumn(AlterColumn operation) {
        return false;
    }

    @Override
    public Boolean renameColumn(RenameColumn operation) {
        return false;
    }

    @Override
    public Boolean addPrimaryKey(AddPrimaryKey operation) {
        return false;
    }

    @Override
    public Boolean dropPrimaryKey(DropPrimaryKey operation) {
        return false;
    }

    @Override
    public Boolean addUniqueKey(AddUniqueKey operation) {
        return false;
    }

    @Override
    public Boolean dropUniqueKey(DropUniqueKey operation) {
        return false;
    }

    @Override
    public Boolean addForeignKey(AddForeignKey operation) {
        return false;
    }

    @Override
    public Boolean dropForeignKey(DropForeignKey operation) {
        return false;
    }

    @Override
    public Boolean addCheck(AddCheck operation) {
        return false;
    }

    @Override
    public Boolean dropCheck(DropCheck operation) {
        return false;
    }

    @Override
    public Boolean createIndex(CreateIndex operation) {
        return false;
    }

    @Override
    public Boolean dropIndex(DropIndex operation) {
        return false;
    }

    @Override
    public Boolean renameIndex(RenameIndex operation) {
        return false;
    }

    @Override
    public Boolean addExclusion(AddExclusion operation) {
        return false;
    }

    @Override
    public Boolean dropExclusion(DropExclusion operation) {
        return false;
    }

    @Override
    public Boolean renameConstraint(RenameConstraint operation) {
        return false;
    }

    @Override
    public Boolean validateConstraint(ValidateConstraint operation) {
        return false;
    }

    @Override
    public Boolean createSequence(CreateSequence operation) {
        return false;
    }

    @Override
    public Boolean alterSequence(AlterSequence operation) {
        return false;
    }

    @Override
    public Boolean dropSequence(DropSequence operation) {
        return false;
    }

    @Override
    public Boolean renameSequence(RenameSequence operation) {
        return false;
    }

    @Override
    public Boolean createEnumType(CreateEnumType operation) {
        return false;
    }

    @Override
    public Boolean dropEnumType(DropEnumType operation) {
        return false;
    }

    @Override
    public Boolean renameEnumType(RenameEnumType operation) {
        return false;
    }

    @Override
    public Boolean addEnumValue(AddEnumValue operation) {
        return false;
    }

    @Override
    public Boolean renameEnumValue(RenameEnumValue operation) {
        return false;
    }

    @Override
    public Boolean dropEnumValue(DropEnumValue operation) {
        return false;
    }

    @Override
    public Boolean createDomain(CreateDomain operation) {
        return true;
    }

    @Override
    public Boolean dropDomain(DropDomain operation) {
        return true;
    }

    @Override
    public Boolean createView(CreateView operation) {
        return true;
    }

    @Override
    public Boolean dropView(DropView operation) {
        return true;
    }

    @Override
    public Boolean createRoutine(CreateRoutine operation) {
        return true;
    }

    @Override
    public Boolean dropRoutine(DropRoutine operation) {
        return true;
    }

    @Override
    public Boolean createTrigger(CreateTrigger operation) {
        return true;
    }

    @Override
    public Boolean dropTrigger(DropTrigger operation) {
        return true;
    }

    @Override
    public Boolean replace(Replace operation) {
        return true;
    }

    @Override
    public Boolean createSchema(CreateSchema operation) {
        return false;
    }

    @Override
    public Boolean dropSchema(DropSchema operation) {
        return false;
    }

    @Override
    public Boolean insertRows(InsertRows operation) {
        return true;
    }

    @Override
    public Boolean insertSelected(InsertSelected operation) {
        return true;
    }

    @Override
    public Boolean updateRows(UpdateRows operation) {
        return true;
    }

    @Override
    public Boolean deleteRows(DeleteRows operation) {
        return true;
    }

    @Override
    public Boolean executeSql(ExecuteSql operation) {
        return true;
    }

    @Override
    public Boolean ifNeeded(IfNeeded operation) {
        return true;
    }

    @Override
    public Boolean onDialects(OnDialects operation) {
        return true;
    }
}
