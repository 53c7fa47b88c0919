// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import io.aludel.mapping.build.EntityDraft.CheckText;
import io.aludel.mapping.build.EntityDraft.Member;
import io.aludel.mapping.convert.BasicTypes;
import io.aludel.mapping.model.AssociationModel.Kind;
import io.aludel.mapping.model.AttributeModel;
import io.aludel.mapping.model.ForeignKeyDetails;
import io.aludel.mapping.model.JoinColumnModel;
import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceAnnotation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The column of a foreign key, and the key itself. */
final class JoinColumnRule {
    private static final Set<TypeKind> INTEGERS = Set.of(TypeKind.SMALLINT, TypeKind.INTEGER, TypeKind.BIGINT);

    private final EntityDraft draft;
    private final Member member;
    private final Kind kind;
    private final List<SourceAnnotation> said;
    private List<JoinColumnModel> columns = List.of();
    private @Nullable String foreignKeyName;
    private ForeignKeyDetails foreignKey = ForeignKeyDetails.USUAL;
    private boolean nullable = true;

    JoinColumnRule(EntityDraft draft, Member member, Kind kind) {
        this.draft = draft;
        this.member = member;
        this.kind = kind;
        this.said = member.field()
                .annotation(Jakarta.JOIN_COLUMNS)
                .map(several -> several.annotations("value"))
                .orElseGet(() ->
                        member.field().annotation(Jakarta.JOIN_COLUMN).stream().toList());
    }

    List<JoinColumnModel> columns() {
        return columns;
    }

    @Nullable
    String foreignKeyName() {
        return foreignKeyName;
    }

    ForeignKeyDetails foreignKey() {
        return foreignKey;
    }

    boolean isNullable() {
        return nullable;
    }

    /** Notes the column's name, although there is no column because of a mistake elsewhere. */
    String claim(String referenced) {
        String given = said.isEmpty() ? "" : said.get(0).text("name");
        String name =
                given.isEmpty() ? draft.rules.naming().joinColumn(member.name(), referenced) : Jakarta.plainName(given);
        draft.claim(name, member.name());
        return name;
    }

    void read(AttributeModel id, boolean optional) {
        String name = claim(id.column().name());
        Optional<SourceAnnotation> column = said.stream().findFirst();
        refuseWhatIsNotYet(id, column);
        nullable = optional
                && column.map(annotation -> annotation.flag("nullable")).orElse(true);
        ColumnWords words = ColumnWords.read(draft, member.name(), column);
        SqlType type = words.type() == null ? id.column().type() : words.type();
        if (!type.equals(id.column().type())
                && !(isInteger(type) && isInteger(id.column().type()))) {
            draft.error(
                    MappingCode.JOIN_COLUMN,
                    member.name(),
                    "Its columnDefinition says " + words.type() + ", but it points at \""
                            + id.column().name() + "\", a " + id.column().type()
                            + "; leave the type out. Only integers may be of different width.");
        }
        nullable = nullable && !words.notNull();
        String comment = column.map(annotation -> annotation.text("comment"))
                .filter(text -> !text.isEmpty())
                .orElse(null);
        Column made = new Column(
                name,
                type,
                nullable,
                words.defaultText() == null
                        ? Default.NONE
                        : DefaultWords.read(draft, member.name(), words.defaultText(), BasicTypes.stored(id)),
                Generation.NONE,
                words.collation() == null ? id.column().collation() : words.collation(),
                comment);
        columns = List.of(new JoinColumnModel(
                made,
                id.column().name(),
                column.map(annotation -> annotation.flag("insertable")).orElse(true),
                column.map(annotation -> annotation.flag("updatable")).orElse(true)));
        draft.types.put(name, BasicTypes.stored(id));
        constraints(name, column);
        foreignKey(name, column);
    }

    private static boolean isInteger(SqlType type) {
        return type instanceof StandardType standard && INTEGERS.contains(standard.kind());
    }

    private void refuseWhatIsNotYet(AttributeModel id, Optional<SourceAnnotation> column) {
        if (said.size() > 1) {
            draft.error(
                    MappingCode.NOT_YET,
                    member.name(),
                    "It has " + said.size()
                            + " join columns; a foreign key of several columns is not supported yet. Keep one.");
        }
        String referenced = Jakarta.plainName(column.map(annotation -> annotation.text("referencedColumnName"))
                .orElse(""));
        if (!referenced.isEmpty() && !referenced.equals(id.column().name())) {
            draft.error(
                    MappingCode.JOIN_COLUMN,
                    member.name(),
                    "@JoinColumn(referencedColumnName = \"" + referenced
                            + "\"): a key that points at another column than the" + " identifier's, \""
                            + id.column().name() + "\", is not supported yet; leave it out.");
        }
        String table = Jakarta.plainName(
                column.map(annotation -> annotation.text("table")).orElse(""));
        if (!table.isEmpty() && !table.equals(draft.table.name())) {
            draft.error(
                    MappingCode.NOT_YET,
                    member.name(),
                    "@JoinColumn(table = \"" + table
                            + "\"): an entity in several tables is not supported yet; leave it out.");
        }
    }

    private void constraints(String name, Optional<SourceAnnotation> column) {
        boolean unique = kind == Kind.ONE_TO_ONE
                || column.map(annotation -> annotation.flag("unique")).orElse(false);
        if (unique) {
            draft.uniqueKeys.add(
                    new UniqueKey(draft.rules.constraints().unique(draft.table.name(), List.of(name)), List.of(name)));
        }
        column.ifPresent(annotation -> annotation
                .annotations("check")
                .forEach(check -> draft.checks.add(new CheckText(check, member.name(), name))));
    }

    private void foreignKey(String name, Optional<SourceAnnotation> column) {
        ForeignKeyWords words =
                ForeignKeyWords.read(draft, member, column.map(annotation -> annotation.annotation("foreignKey")));
        foreignKey = words.details();
        ForeignKey.Action onDelete = foreignKey.onDelete();
        if (words.wanted()) {
            foreignKeyName = words.name() == null
                    ? draft.rules.constraints().foreignKey(draft.table.name(), List.of(name))
                    : words.name();
        } else if (onDelete != ForeignKey.Action.NO_ACTION) {
            draft.error(
                    MappingCode.ON_DELETE,
                    member.name(),
                    "It says what happens on delete, but wants no foreign key (NO_CONSTRAINT); remove one of the two.");
        }
        if (onDelete == ForeignKey.Action.SET_NULL && !nullable) {
            draft.error(
                    MappingCode.ON_DELETE,
                    member.name(),
                    "On delete it is set to NULL, but its column does not allow NULL; make it optional, or choose CASCADE or"
                            + " RESTRICT.");
        }
    }

    /** The side without the key has no columns to speak of. */
    void refuseColumns() {
        boolean deletes = member.field().annotation(Jakarta.ON_DELETE).isPresent()
                || member.field().annotation(Jakarta.HIBERNATE_ON_DELETE).isPresent();
        if (!said.isEmpty() || deletes) {
            draft.error(
                    MappingCode.CONTRADICTION,
                    member.name(),
                    "It is mapped by the other side, which has the column; move "
                            + (said.isEmpty() ? "@OnDelete" : "@JoinColumn") + " there.");
        }
    }
}
