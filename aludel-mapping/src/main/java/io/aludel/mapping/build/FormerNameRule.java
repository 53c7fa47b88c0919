// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.mapping.build.EntityDraft.Member;
import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceAnnotation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code @RenamedFrom} says of the table and its columns. Read when all columns are known. */
record FormerNameRule(EntityDraft draft) {
    @Nullable
    String ofTable() {
        return draft.source
                .annotation(Jakarta.RENAMED_FROM)
                .map(annotation -> name(annotation, null, draft.table.name()))
                .orElse(null);
    }

    /** Former names by the present ones. */
    Map<String, String> ofColumns() {
        Map<String, String> former = new LinkedHashMap<>();
        for (Member member : draft.members) {
            member.field()
                    .annotation(Jakarta.RENAMED_FROM)
                    .ifPresent(annotation -> column(member)
                            .ifPresentOrElse(
                                    column -> former.put(column, name(annotation, member, column)),
                                    () -> refuse(member)));
        }
        return former;
    }

    private Optional<String> column(Member member) {
        return draft.columns.entrySet().stream()
                .filter(entry -> entry.getValue().equals(member.name()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private String name(SourceAnnotation annotation, @Nullable Member member, String present) {
        String former = Jakarta.plainName(annotation.text("value"));
        if (former.isBlank() || former.equals(present)) {
            draft.error(
                    MappingCode.CONTRADICTION,
                    member == null ? null : member.name(),
                    "@RenamedFrom(\"" + former + "\") says " + (former.isBlank() ? "no name" : "what it is called now")
                            + "; say what the " + (member == null ? "table" : "column")
                            + " was called before, or remove it.");
        }
        return former;
    }

    private void refuse(Member member) {
        draft.error(
                MappingCode.CONTRADICTION,
                member.name(),
                "@RenamedFrom says what a column was called, and it has none; move it to the side that has the column.");
    }
}
