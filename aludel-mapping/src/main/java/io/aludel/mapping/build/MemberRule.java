// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.mapping.build.EntityDraft.Member;
import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceAnnotation;
import io.aludel.mapping.source.SourceClass;
import io.aludel.mapping.source.SourceField;
import io.aludel.mapping.source.SourceMethod;
import io.aludel.mapping.source.SourceModifier;
import io.aludel.mapping.source.SourceType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which fields are mapped: those of the class and of its mapped superclasses, the topmost first. */
final class MemberRule {
    private final EntityDraft draft;

    MemberRule(EntityDraft draft) {
        this.draft = draft;
    }

    void read() {
        Map<String, Member> seen = new HashMap<>();
        for (SourceClass level : levels()) {
            NotYet.check(draft, null, level.annotations());
            access(level, level.annotations(), null);
            level.methods().forEach(method -> method(level, method));
            for (SourceField field : level.fields()) {
                if (isMapped(field)) {
                    add(new Member(level, field), seen);
                }
            }
        }
    }

    /** The entity and its mapped superclasses; other superclasses have no state that is mapped. */
    private Deque<SourceClass> levels() {
        Deque<SourceClass> levels = new ArrayDeque<>(List.of(draft.source));
        SourceType above = draft.source.superclass();
        while (above != null) {
            Optional<SourceClass> found = draft.rules.classes().find(above.name());
            if (found.isEmpty()) {
                break;
            }
            if (found.get().annotation(Jakarta.ENTITY).isPresent()) {
                draft.error(
                        MappingCode.NOT_YET,
                        null,
                        "It extends entity " + found.get().simpleName()
                                + ", which is not supported yet; use a @MappedSuperclass, or entities of their own.");
            }
            SourceClass seen = found.get().with(above.arguments());
            if (seen.annotation(Jakarta.MAPPED_SUPERCLASS).isPresent()) {
                levels.addFirst(seen);
            }
            above = seen.superclass();
        }
        return levels;
    }

    private static boolean isMapped(SourceField field) {
        return !field.is(SourceModifier.STATIC)
                && !field.is(SourceModifier.TRANSIENT)
                && field.annotation(Jakarta.TRANSIENT).isEmpty();
    }

    private void add(Member member, Map<String, Member> seen) {
        SourceField field = member.field();
        NotYet.check(draft, field.name(), field.annotations());
        access(member.declaring(), field.annotations(), field.name());
        Member other = seen.putIfAbsent(field.name(), member);
        if (other != null) {
            draft.error(
                    MappingCode.SAME_NAME,
                    field.name(),
                    "A superclass, " + other.declaring().simpleName()
                            + ", has an attribute of this name too; rename one of them, or mark one @Transient.");
            return;
        }
        if (field.is(SourceModifier.FINAL)) {
            draft.error(
                    MappingCode.FINAL_FIELD,
                    field.name(),
                    "It is final, but loading an entity sets it; remove \"final\", or mark it @Transient.");
        }
        draft.members.add(member);
    }

    private void access(SourceClass level, List<SourceAnnotation> annotations, @Nullable String member) {
        boolean byProperty = annotations.stream()
                .anyMatch(annotation -> annotation.type().equals(Jakarta.ACCESS)
                        && annotation.constant("value").equals("PROPERTY"));
        if (byProperty) {
            draft.error(
                    MappingCode.PROPERTY_ACCESS,
                    member,
                    "@Access(PROPERTY) in " + level.simpleName()
                            + " is not supported yet; annotate fields, and say @Access(FIELD) or nothing.");
        }
    }

    private void method(SourceClass level, SourceMethod method) {
        NotYet.check(draft, method.name(), method.annotations());
        boolean annotated = method.annotations().stream().anyMatch(annotation -> isMapping(annotation.type()));
        if (annotated) {
            draft.error(
                    MappingCode.PROPERTY_ACCESS,
                    method.name(),
                    "A method of " + level.simpleName()
                            + " has mapping annotations, but property access is not supported yet; move them to the field.");
        }
    }

    private static boolean isMapping(String annotation) {
        return List.of(
                        Jakarta.ID,
                        Jakarta.EMBEDDED_ID,
                        Jakarta.COLUMN,
                        Jakarta.BASIC,
                        Jakarta.VERSION,
                        Jakarta.ENUMERATED,
                        Jakarta.GENERATED_VALUE,
                        Jakarta.LOB,
                        Jakarta.JOIN_COLUMN,
                        Jakarta.JOIN_COLUMNS,
                        Jakarta.MANY_TO_ONE,
                        Jakarta.ONE_TO_ONE,
                        Jakarta.ONE_TO_MANY)
                .contains(annotation);
    }
}
