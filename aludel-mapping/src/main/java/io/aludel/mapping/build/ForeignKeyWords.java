// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.parse.TokenCursor;
import io.aludel.core.schema.ForeignKey.Action;
import io.aludel.core.schema.ForeignKey.Match;
import io.aludel.mapping.build.EntityDraft.Member;
import io.aludel.mapping.model.ForeignKeyDetails;
import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceAnnotation;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a foreign key: {@code @ForeignKey}, its {@code options}, and {@code @OnDelete}, ours or Hibernate's.
 *
 * @param name null where none is given
 */
record ForeignKeyWords(boolean wanted, @Nullable String name, ForeignKeyDetails details) {
    static ForeignKeyWords read(EntityDraft draft, Member member, Optional<SourceAnnotation> foreignKey) {
        Action annotated = annotated(member);
        if (foreignKey.isEmpty()) {
            return new ForeignKeyWords(true, null, with(annotated, ForeignKeyDetails.USUAL));
        }
        SourceAnnotation said = foreignKey.get();
        if (!said.text("foreignKeyDefinition").isBlank()) {
            draft.error(
                    MappingCode.NOT_YET,
                    member.name(),
                    "@ForeignKey(foreignKeyDefinition) is not supported yet; say its name, and @OnDelete.");
        }
        ForeignKeyDetails optioned = options(draft, member.name(), "@ForeignKey", said.text("options"));
        String name = said.text("name");
        return new ForeignKeyWords(
                !said.constant("value").equals("NO_CONSTRAINT"),
                name.isEmpty() ? null : Jakarta.plainName(name),
                with(annotated, optioned));
    }

    private static ForeignKeyDetails with(@Nullable Action onDelete, ForeignKeyDetails details) {
        return onDelete == null ? details : details.withOnDelete(onDelete);
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

    /**
     * What the options of an annotation say.
     *
     * @param member null for what is said at the class
     * @param annotation for people: {@code @ForeignKey}
     */
    static ForeignKeyDetails options(EntityDraft draft, @Nullable String member, String annotation, String text) {
        AtomicReference<ForeignKeyDetails> details = new AtomicReference<>(ForeignKeyDetails.USUAL);
        new OptionWords(
                        draft,
                        member,
                        MappingCode.ON_DELETE,
                        annotation,
                        "\"on delete …\", \"on update …\", \"match full\", \"deferrable\", \"initially deferred\" and \"not valid\"")
                .read(text, words -> details.set(word(words, details.get())));
        return details.get();
    }

    private static ForeignKeyDetails word(TokenCursor words, ForeignKeyDetails details) {
        if (words.skipWords("on", "delete")) {
            return details.withOnDelete(action(words));
        }
        if (words.skipWords("on", "update")) {
            return details.withOnUpdate(action(words));
        }
        if (words.skipWords("match", "full")) {
            return details.withMatch(Match.FULL);
        }
        if (words.skipWords("match", "simple")) {
            return details.withMatch(Match.SIMPLE);
        }
        if (words.skipWords("not", "valid")) {
            return details.withValidated(false);
        }
        return details.withDeferral(OptionWords.deferral(words, details.deferral()));
    }

    private static Action action(TokenCursor words) {
        return Arrays.stream(Action.values())
                .filter(candidate -> words.skipWords(candidate.sql().split(" ")))
                .findFirst()
                .orElseThrow(() -> words.unexpected("cascade, restrict, set null, set default or no action"));
    }
}
