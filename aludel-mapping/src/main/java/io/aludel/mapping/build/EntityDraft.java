// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.expr.Expression;
import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.ValueType;
import io.aludel.mapping.model.AssociationModel;
import io.aludel.mapping.model.AttributeModel;
import io.aludel.mapping.model.IdGeneration;
import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceAnnotation;
import io.aludel.mapping.source.SourceClass;
import io.aludel.mapping.source.SourceField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entity while it is read: rules add to it one after another. Mistakes go to {@link #rules}. */
final class EntityDraft {
    /** A field that is mapped, and the class that declares it. */
    record Member(SourceClass declaring, SourceField field) {
        String name() {
            return field.name();
        }
    }

    /** A check as an annotation says it, on a column or (null) on the table. */
    record CheckText(
            SourceAnnotation annotation,
            @Nullable String member,
            @Nullable String column) {}

    final Rules rules;
    final SourceClass source;
    final String entityName;
    final TableName table;
    final List<Member> members = new ArrayList<>();
    final List<AttributeModel> attributes = new ArrayList<>();
    final List<AssociationModel> associations = new ArrayList<>();
    final List<String> ids = new ArrayList<>();
    final List<UniqueKey> uniqueKeys = new ArrayList<>();
    final List<CheckText> checks = new ArrayList<>();
    /** By column, the member that has it; also of members with a mistake, so that one mistake does not bring others with it. */
    final Map<String, String> columns = new LinkedHashMap<>();

    /** By column, the type that its values have in a check. */
    final Map<String, ValueType<?>> types = new LinkedHashMap<>();

    IdGeneration generation = new IdGeneration.Assigned();

    @Nullable
    String version;

    EntityDraft(Rules rules, SourceClass source, String entityName, TableName table) {
        this.rules = rules;
        this.source = source;
        this.entityName = entityName;
        this.table = table;
    }

    String className() {
        return source.name();
    }

    void error(MappingCode code, @Nullable String member, String message) {
        rules.problems().error(code, className(), member, message);
    }

    void warning(MappingCode code, @Nullable String member, String message) {
        rules.problems().warning(code, className(), member, message);
    }

    /** Notes that the member has this column, unless another one has it already. */
    void claim(String column, String member) {
        String other = columns.putIfAbsent(column, member);
        if (other != null) {
            error(
                    MappingCode.SAME_COLUMN,
                    member,
                    "Its column \"" + column + "\" is that of \"" + other
                            + "\" already. Give one of them another column, or mark one @Transient.");
        }
    }

    /** What SQL text of the entity's annotations is where it is one database's own; nothing where it is to be read. */
    Optional<Expression> own(String text, ValueType<?> type) {
        return source.annotation(Jakarta.SQL_DIALECT).map(said -> new RawSql(said.text("value"), text, type));
    }

    /** The type of a column, if there is one of this name. */
    Optional<ValueType<?>> columnType(String column) {
        return Optional.ofNullable(types.get(column));
    }

    /** The attribute that is the identifier, if there is exactly one. */
    @Nullable
    AttributeModel id() {
        if (ids.size() != 1) {
            return null;
        }
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(ids.get(0)))
                .findFirst()
                .orElse(null);
    }
}
