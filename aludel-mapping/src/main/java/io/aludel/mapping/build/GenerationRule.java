// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.expr.Expression;
import io.aludel.core.expr.RawSql;
import io.aludel.core.parse.ConditionParser;
import io.aludel.core.parse.Reading;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Generation;
import io.aludel.core.type.ValueType;
import io.aludel.mapping.build.EntityDraft.Member;
import io.aludel.mapping.model.AttributeModel;
import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceAnnotation;
import java.util.Objects;
import java.util.function.Function;

/** Attributes whose values the database makes by itself; read when all columns are known, as what is computed speaks of others. */
final class GenerationRule {
    private final EntityDraft draft;

    GenerationRule(EntityDraft draft) {
        this.draft = draft;
    }

    void read() {
        for (Member member : draft.members) {
            member.field().annotation(Jakarta.COMPUTED).ifPresent(said -> computed(member, said));
            if (member.field().annotation(Jakarta.IDENTITY).isPresent()) {
                identity(member);
            }
        }
    }

    private void computed(Member member, SourceAnnotation said) {
        if (draft.ids.contains(member.name()) || member.name().equals(draft.version)) {
            draft.error(
                    MappingCode.CONTRADICTION,
                    member.name(),
                    "@Computed says that the database makes the value, but a session must know an identifier or version"
                            + " beforehand; remove one of the two.");
            return;
        }
        replace(
                member,
                attribute -> new Generation.Computed(expression(attribute, said.text("value")), said.flag("stored")));
    }

    private Expression expression(AttributeModel attribute, String text) {
        ValueType<?> type =
                Objects.requireNonNullElse(draft.types.get(attribute.column().name()), ValueType.STRING);
        return draft.own(text, type).orElseGet(() -> read(attribute, text, type));
    }

    private Expression read(AttributeModel attribute, String text, ValueType<?> type) {
        Reading reading = new ConditionParser(draft::columnType).expression(text);
        if (reading instanceof Reading.Of read) {
            return read.expression();
        }
        Reading.Unreadable why = (Reading.Unreadable) reading;
        draft.warning(
                MappingCode.RAW_SQL,
                attribute.name(),
                "What is computed, \"" + text
                        + "\", is given to every database as it stands, because it cannot be read: " + why.reason()
                        + " (at character " + (why.position() + 1) + ").");
        return new RawSql(null, text, type);
    }

    private void identity(Member member) {
        boolean isId = draft.ids.contains(member.name());
        boolean generated = draft.attributes.stream()
                .anyMatch(attribute -> attribute.name().equals(member.name())
                        && attribute.column().generation() instanceof Generation.Identity);
        if (isId && !generated) {
            draft.error(
                    MappingCode.CONTRADICTION,
                    member.name(),
                    "@Identity says how the database numbers it, but it is not generated there; add"
                            + " @GeneratedValue(strategy = GenerationType.IDENTITY).");
        } else if (!isId && !TypeRule.INTEGERS.contains(member.field().type().name())) {
            draft.error(
                    MappingCode.GENERATED_TYPE,
                    member.name(),
                    "@Identity does not make a " + member.field().type() + "; declare it as Long, Integer or Short.");
        } else if (!isId) {
            replace(member, attribute -> new IdentityRule(draft, member).identity());
        }
    }

    /** A session reads such an attribute and never writes it. */
    private void replace(Member member, Function<AttributeModel, Generation> generation) {
        for (AttributeModel attribute : draft.attributes) {
            if (attribute.name().equals(member.name())
                    && !attribute.column().defaultValue().equals(Default.NONE)) {
                draft.error(
                        MappingCode.CONTRADICTION,
                        member.name(),
                        "Its column has a default, but the database makes every value itself; remove one of the two.");
            }
        }
        draft.attributes.replaceAll(attribute -> attribute.name().equals(member.name())
                ? new AttributeModel(
                        attribute.name(),
                        attribute.declaringClass(),
                        attribute.javaType(),
                        attribute.storage(),
                        attribute.column().withGeneration(generation.apply(attribute)),
                        false,
                        false,
                        attribute.converter())
                : attribute);
    }
}
