// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.parse.Lexis;
import io.aludel.core.parse.SqlTextException;
import io.aludel.core.parse.TokenCursor;
import io.aludel.core.parse.Tokenizer;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.ForeignKey.Action;
import io.aludel.mapping.build.EntityDraft.Member;
import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceAnnotation;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a foreign key: {@code @ForeignKey}, its {@code options}, and {@code @OnDelete}, ours or Hibernate's.
 *
 * @param name null where none is given
 */
record ForeignKeyWords(boolean wanted, @Nullable String name, Action onDelete) {
    static ForeignKeyWords read(EntityDraft draft, Member member, Optional<SourceAnnotation> foreignKey) {
        Action annotated = annotated(member);
        if (foreignKey.isEmpty()) {
            return new ForeignKeyWords(true, null, annotated == null ? Action.NO_ACTION : annotated);
        }
        SourceAnnotation said = foreignKey.get();
        if (!said.text("foreignKeyDefinition").isBlank()) {
            draft.error(
                    MappingCode.NOT_YET,
                    member.name(),
                    "@ForeignKey(foreignKeyDefinition) is not supported yet; say its name, and @OnDelete.");
        }
        Action optioned = options(draft, member, said.text("options"));
        String name = said.text("name");
        return new ForeignKeyWords(
                !said.constant("value").equals("NO_CONSTRAINT"),
                name.isEmpty() ? null : Jakarta.plainName(name),
                annotated == null ? optioned : annotated);
    }

    private static @Nullable Action annotated(Member member) {
        return member.field()
                .annotation(Jakarta.ON_DELETE)
                .map(annotation -> annotation.constant("value"))
                .or(() -> member.field()
                        .annotation(Jakarta.HIBERNATE_ON_DELETE)
                        .map(annotation -> annotation.constant("action")))
                .map(Action::valueOf)
                .orElse(null);
    }

    private static Action options(EntityDraft draft, Member member, String text) {
        try {
            TokenCursor tokens = new TokenCursor(Tokenizer.tokens(text, Lexis.STANDARD));
            Action action = Action.NO_ACTION;
            while (!tokens.atEnd()) {
                tokens.expectWord("on");
                tokens.expectWord("delete");
                action = Arrays.stream(ForeignKey.Action.values())
                        .filter(candidate -> tokens.skipWords(candidate.sql().split(" ")))
                        .findFirst()
                        .orElseThrow(() -> tokens.unexpected("cascade, restrict, set null, set default or no action"));
            }
            return action;
        } catch (SqlTextException e) {
            draft.error(
                    MappingCode.ON_DELETE,
                    member.name(),
                    "@ForeignKey(options = \"" + text + "\") is not understood at character " + (e.position() + 1)
                            + ": " + e.reason() + ". Understood is \"on delete …\".");
            return Action.NO_ACTION;
        }
    }
}
