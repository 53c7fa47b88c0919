// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.mapping.build.EntityDraft.Member;
import io.aludel.mapping.problem.MappingCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Annotations where they say nothing: someone meant something by them, so they are not passed over. */
final class MisplacedRule {
    private static final List<String> FOR_ASSOCIATIONS = List.of(
            Jakarta.JOIN_COLUMN,
            Jakarta.JOIN_COLUMNS,
            Jakarta.ON_DELETE,
            Jakarta.HIBERNATE_ON_DELETE,
            Jakarta.ORDER_BY);
    private static final Map<String, String> FOR_ATTRIBUTES = Map.of(
            Jakarta.COLUMN, "say @JoinColumn instead",
            Jakarta.BASIC, "say optional and fetch at the association itself",
            Jakarta.LOB, "remove it",
            Jakarta.ENUMERATED, "remove it",
            Jakarta.VERSION, "remove it",
            Jakarta.GENERATED_VALUE, "remove it",
            Jakarta.DEFAULT_VALUE, "set the association in Java",
            Jakarta.HIBERNATE_COLUMN_DEFAULT, "set the association in Java",
            Jakarta.COMPUTED, "make it an attribute, and say @ForeignKeyConstraint",
            Jakarta.IDENTITY, "remove it");

    private MisplacedRule() {}

    static void check(EntityDraft draft, Member member) {
        if (AssociationRule.isAssociation(member.field())) {
            FOR_ATTRIBUTES.keySet().stream().sorted().forEach(annotation -> {
                if (member.field().annotation(annotation).isPresent()) {
                    refuse(draft, member, annotation, "an association", FOR_ATTRIBUTES.get(annotation));
                }
            });
        } else {
            for (String annotation : FOR_ASSOCIATIONS) {
                if (member.field().annotation(annotation).isPresent()) {
                    refuse(draft, member, annotation, "an attribute with a value of its own", "remove it");
                }
            }
        }
        boolean several = member.field().annotations().stream()
                        .filter(annotation -> AssociationRule.ANNOTATIONS.contains(annotation.type()))
                        .count()
                > 1;
        if (several) {
            draft.error(
                    MappingCode.CONTRADICTION,
                    member.name(),
                    "It is two kinds of association at once; keep one of the annotations.");
        }
    }

    private static void refuse(
            EntityDraft draft, Member member, String annotation, String what, @Nullable String remedy) {
        draft.error(
                MappingCode.CONTRADICTION,
                member.name(),
                "@" + annotation.substring(annotation.lastIndexOf('.') + 1) + " says nothing about " + what + "; "
                        + remedy + ".");
    }
}
