// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.name.TableName;
import io.aludel.mapping.build.EntityDraft.Member;
import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceAnnotation;
import io.aludel.mapping.source.SourceClass;
import io.aludel.mapping.source.SourceModifier;
import java.util.Optional;

/** Whether a class can be an entity at all, and what it is called. */
final class ClassRule {
    private ClassRule() {}

    /** The class as a draft without associations; nothing where it is no entity. */
    static Optional<EntityDraft> read(Rules rules, SourceClass source) {
        Optional<SourceAnnotation> entity = source.annotation(Jakarta.ENTITY);
        if (entity.isEmpty()) {
            rules.problems()
                    .error(
                            MappingCode.NO_ENTITY,
                            source.name(),
                            null,
                            "It is not annotated with @jakarta.persistence.Entity; annotate it, or take it out of the model.");
            return Optional.empty();
        }
        String given = entity.get().text("name");
        String name = given.isEmpty() ? source.simpleName() : given;
        EntityDraft draft = new EntityDraft(rules, source, name, table(rules, source, name));
        shape(draft);
        new MemberRule(draft).read();
        for (Member member : draft.members) {
            MisplacedRule.check(draft, member);
            if (!AssociationRule.isAssociation(member.field())) {
                new AttributeRule(draft, member).read();
            }
        }
        new IdRule(draft).read();
        return Optional.of(draft);
    }

    private static TableName table(Rules rules, SourceClass source, String entityName) {
        Optional<SourceAnnotation> table = source.annotation(Jakarta.TABLE);
        String given = table.map(annotation -> annotation.text("name")).orElse("");
        String schema = table.map(annotation -> annotation.text("schema")).orElse("");
        if (table.isPresent() && !table.get().text("catalog").isEmpty()) {
            rules.problems()
                    .error(
                            MappingCode.NOT_YET,
                            source.name(),
                            null,
                            "@Table(catalog) is not supported yet; connect to that catalog, or say @Table(schema).");
        }
        return TableName.of(
                schema.isEmpty() ? null : Jakarta.plainName(schema),
                given.isEmpty() ? rules.naming().table(entityName) : Jakarta.plainName(given));
    }

    private static void shape(EntityDraft draft) {
        SourceClass source = draft.source;
        String kind = switch (source.kind()) {
            case CLASS -> null;
            case ENUM -> "an enum";
            case RECORD -> "a record";
            case INTERFACE -> "an interface";
        };
        if (kind != null) {
            draft.error(MappingCode.CLASS_SHAPE, null, "It is " + kind + "; an entity is a plain class.");
            return;
        }
        if (source.nesting() == SourceClass.Nesting.INNER || source.nesting() == SourceClass.Nesting.LOCAL) {
            draft.error(
                    MappingCode.CLASS_SHAPE,
                    null,
                    source.nesting() == SourceClass.Nesting.INNER
                            ? "It is an inner class, tied to an instance of its outer class; make it static."
                            : "It is declared within a method; make it a class of its own, or a static nested one.");
            return;
        }
        if (source.is(SourceModifier.FINAL)) {
            draft.error(MappingCode.CLASS_SHAPE, null, "It is final, but lazy references extend it; remove \"final\".");
        }
        if (source.is(SourceModifier.ABSTRACT)) {
            draft.error(
                    MappingCode.CLASS_SHAPE,
                    null,
                    "It is abstract, and entities that extend entities are not supported yet. Make it a @MappedSuperclass, or"
                            + " remove \"abstract\".");
        }
        if (source.constructors().stream()
                .noneMatch(constructor -> constructor.parameters().isEmpty())) {
            draft.error(
                    MappingCode.NO_CONSTRUCTOR,
                    null,
                    "It has no constructor without parameters; add \"protected " + source.simpleName() + "() {}\".");
        }
    }
}
