// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.mapping.build.EntityDraft.Member;
import io.aludel.mapping.model.AssociationModel;
import io.aludel.mapping.model.AssociationModel.CascadeKind;
import io.aludel.mapping.model.AssociationModel.Kind;
import io.aludel.mapping.model.AttributeModel;
import io.aludel.mapping.model.ForeignKeyDetails;
import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceAnnotation;
import io.aludel.mapping.source.SourceClass;
import io.aludel.mapping.source.SourceField;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fields that point at entities: which entity, and which side has the key. */
final class AssociationRule {
    static final List<String> ANNOTATIONS = List.of(Jakarta.MANY_TO_ONE, Jakarta.ONE_TO_ONE, Jakarta.ONE_TO_MANY);
    private static final Set<String> COLLECTIONS = Set.of("java.util.List", "java.util.Set", "java.util.Collection");

    private final Rules rules;
    private final Drafts drafts;

    AssociationRule(Rules rules, Drafts drafts) {
        this.rules = rules;
        this.drafts = drafts;
    }

    static boolean isAssociation(SourceField field) {
        return annotation(field).isPresent();
    }

    private static Optional<SourceAnnotation> annotation(SourceField field) {
        return ANNOTATIONS.stream()
                .flatMap(type -> field.annotation(type).stream())
                .findFirst();
    }

    void read(EntityDraft draft) {
        for (Member member : draft.members) {
            annotation(member.field()).ifPresent(annotation -> read(draft, member, annotation));
        }
    }

    private void read(EntityDraft draft, Member member, SourceAnnotation annotation) {
        Kind kind = kind(annotation);
        String targetName = targetName(draft, member, annotation, kind);
        Optional<EntityDraft> target =
                targetName == null ? Optional.empty() : target(draft, member, annotation, kind, targetName);
        String mappedBy = annotation.has("mappedBy") ? annotation.text("mappedBy") : "";
        boolean owner = mappedBy.isEmpty() && kind != Kind.ONE_TO_MANY;
        if (kind == Kind.ONE_TO_MANY && mappedBy.isEmpty()) {
            draft.error(
                    MappingCode.NOT_YET,
                    member.name(),
                    "A @OneToMany without mappedBy, which needs a table or a column elsewhere, is not supported yet; give the"
                            + " element a @ManyToOne, and name it here: @OneToMany(mappedBy = \"…\").");
            return;
        }
        JoinColumnRule join = new JoinColumnRule(draft, member, kind);
        if (target.isEmpty()) {
            if (owner) {
                join.claim("id");
            }
            return;
        }
        if (owner) {
            AttributeModel id = target.get().id();
            if (id == null) { // reported at the target
                join.claim("id");
                return;
            }
            boolean optional = annotation.flag("optional");
            join.read(id, optional);
            draft.associations.add(model(draft, member, annotation, kind, target.get(), join, null));
        } else {
            inverse(draft, member, annotation, kind, target.get(), mappedBy, join);
        }
    }

    private static Kind kind(SourceAnnotation annotation) {
        if (annotation.type().equals(Jakarta.MANY_TO_ONE)) {
            return Kind.MANY_TO_ONE;
        }
        return annotation.type().equals(Jakarta.ONE_TO_ONE) ? Kind.ONE_TO_ONE : Kind.ONE_TO_MANY;
    }

    /** The class that is pointed at; null, and reported, if the field does not say. */
    private static @Nullable String targetName(
            EntityDraft draft, Member member, SourceAnnotation annotation, Kind kind) {
        SourceField field = member.field();
        boolean many = kind == Kind.ONE_TO_MANY;
        if (many && !COLLECTIONS.contains(field.type().name())) {
            draft.error(
                    MappingCode.COLLECTION_TYPE,
                    member.name(),
                    "Its type is " + field.type() + "; a @OneToMany is a List, a Set or a Collection.");
            return null;
        }
        String given = annotation.className("targetEntity");
        if (!given.equals("void")) {
            return given;
        }
        if (!many) {
            return field.type().name();
        }
        if (field.type().arguments().isEmpty()) {
            draft.error(
                    MappingCode.TARGET,
                    member.name(),
                    "Its type does not say what it holds; declare it as List<…>, or say targetEntity.");
            return null;
        }
        return field.type().arguments().get(0).name();
    }

    private Optional<EntityDraft> target(
            EntityDraft draft, Member member, SourceAnnotation annotation, Kind kind, String name) {
        Optional<SourceClass> source = rules.classes().find(name);
        if (source.isEmpty() || source.get().annotation(Jakarta.ENTITY).isEmpty()) {
            boolean collection = kind != Kind.ONE_TO_MANY && COLLECTIONS.contains(name);
            String what = annotation.type().substring(annotation.type().lastIndexOf('.') + 1);
            draft.error(
                    MappingCode.TARGET,
                    member.name(),
                    "@" + what + " points at " + name + ", which is no @Entity; "
                            + (collection
                                    ? "for a collection say @OneToMany."
                                    : "annotate that class, or this field otherwise."));
            return Optional.empty();
        }
        if (!drafts.isInModel(name)) {
            draft.error(
                    MappingCode.NOT_IN_MODEL,
                    member.name(),
                    "It points at " + name + ", which is not among the model's entities; add it: Model.of(…, "
                            + source.get().simpleName() + ".class).");
            return Optional.empty();
        }
        return drafts.target(name);
    }

    private void inverse(
            EntityDraft draft,
            Member member,
            SourceAnnotation annotation,
            Kind kind,
            EntityDraft target,
            String mappedBy,
            JoinColumnRule join) {
        Kind expected = kind == Kind.ONE_TO_MANY ? Kind.MANY_TO_ONE : Kind.ONE_TO_ONE;
        String needed = expected == Kind.MANY_TO_ONE ? "@ManyToOne" : "@OneToOne";
        Optional<SourceField> other = target.members.stream()
                .map(Member::field)
                .filter(field -> field.name().equals(mappedBy))
                .findFirst();
        Optional<SourceAnnotation> otherSide = other.flatMap(AssociationRule::annotation);
        String wrong = null;
        if (other.isEmpty()) {
            wrong = target.entityName + " has no such attribute";
        } else if (otherSide.isEmpty() || kind(otherSide.get()) != expected) {
            wrong = target.entityName + "." + mappedBy + " is no " + needed;
        } else if (otherSide.get().has("mappedBy")
                && !otherSide.get().text("mappedBy").isEmpty()) {
            wrong = target.entityName + "." + mappedBy + " is mapped by another side itself";
        } else if (!draft.className().equals(pointsAt(other.get(), otherSide.get()))) {
            wrong = target.entityName + "." + mappedBy + " points at "
                    + other.get().type() + ", not at " + draft.entityName;
        }
        if (wrong != null) {
            draft.error(
                    MappingCode.MAPPED_BY,
                    member.name(),
                    "mappedBy = \"" + mappedBy + "\", but " + wrong + "; name the " + needed + " " + draft.entityName
                            + " of " + target.entityName + ".");
            return;
        }
        join.refuseColumns();
        draft.associations.add(model(draft, member, annotation, kind, target, join, mappedBy));
    }

    private static String pointsAt(SourceField field, SourceAnnotation annotation) {
        String given = annotation.className("targetEntity");
        return given.equals("void") ? field.type().name() : given;
    }

    private static AssociationModel model(
            EntityDraft draft,
            Member member,
            SourceAnnotation annotation,
            Kind kind,
            EntityDraft target,
            JoinColumnRule join,
            @Nullable String mappedBy) {
        boolean many = kind == Kind.ONE_TO_MANY;
        return new AssociationModel(
                member.name(),
                member.declaring().name(),
                kind,
                target.className(),
                join.columns(),
                join.foreignKeyName(),
                mappedBy,
                many || (annotation.flag("optional") && join.isNullable()),
                annotation.constant("fetch").equals("LAZY"),
                cascades(annotation),
                annotation.has("orphanRemoval") && annotation.flag("orphanRemoval"),
                mappedBy == null ? join.foreignKey() : ForeignKeyDetails.USUAL,
                many ? member.field().type().name() : null,
                many ? OrderByRule.read(draft, member, target) : List.of());
    }

    private static Set<CascadeKind> cascades(SourceAnnotation annotation) {
        Set<CascadeKind> cascades = EnumSet.noneOf(CascadeKind.class);
        for (String cascade : annotation.constants("cascade")) {
            if (cascade.equals("ALL")) {
                return EnumSet.allOf(CascadeKind.class);
            }
            cascades.add(CascadeKind.valueOf(cascade));
        }
        return cascades;
    }
}
