// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.parse.TokenCursor;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Numbering;
import io.aludel.mapping.build.EntityDraft.Member;
import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceAnnotation;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** {@code @Identity}: how the database numbers a column. */
final class IdentityRule {
    private final EntityDraft draft;
    private final Member member;

    IdentityRule(EntityDraft draft, Member member) {
        this.draft = draft;
        this.member = member;
    }

    /** What is said, or the usual identity. */
    Generation.Identity identity() {
        Optional<SourceAnnotation> said = member.field().annotation(Jakarta.IDENTITY);
        return said.map(identity ->
                        new Generation.Identity(numbering(identity.text("options")), identity.flag("always")))
                .orElse(Generation.Identity.STANDARD);
    }

    private Numbering numbering(String text) {
        AtomicReference<Numbering> numbering = new AtomicReference<>(Numbering.STANDARD);
        new OptionWords(
                        draft,
                        member.name(),
                        MappingCode.OPTIONS,
                        "@Identity",
                        "\"start with …\", \"increment by …\", \"minvalue …\", \"maxvalue …\", \"cache …\" and \"cycle\"")
                .read(text, words -> numbering.set(word(words, numbering.get())));
        return numbering.get();
    }

    private static Numbering word(TokenCursor words, Numbering numbering) {
        if (words.skipWords("start", "with")) {
            return counting(OptionWords.number(words), numbering.increment(), numbering);
        }
        if (words.skipWords("increment", "by")) {
            return counting(numbering.start(), OptionWords.number(words), numbering);
        }
        return NumberingWords.word(words, numbering);
    }

    private static Numbering counting(long start, long increment, Numbering rest) {
        return new Numbering(start, increment, rest.minimum(), rest.maximum(), rest.cache(), rest.cycle());
    }
}
