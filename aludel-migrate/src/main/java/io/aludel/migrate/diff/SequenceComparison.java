// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Feature;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.Sequence;
import io.aludel.migrate.op.AlterSequence;
import java.util.Objects;
import java.util.Optional;

/**
 * One sequence that is on both sides. Which column it belongs to is not compared: a model says nothing about that.
 *
 * @param model as the model has it
 * @param canonical the model's as the database says it
 */
record SequenceComparison(Dialect dialect, Sequence model, Sequence canonical, Sequence live) {
    /** What is the same on both sides is said in the model's words on both. */
    Optional<AlterSequence> change() {
        Sequence to = model.withOwner(live.owner());
        Sequence from = to.withNumbering(numbering());
        if (!Objects.equals(canonical.type(), live.type())) {
            from = from.withType(live.type());
        }
        if (dialect.capabilities().has(Feature.COMMENTS) && !Objects.equals(canonical.comment(), live.comment())) {
            from = from.withComment(live.comment());
        }
        return from.equals(to) ? Optional.empty() : Optional.of(new AlterSequence(from, to));
    }

    private Numbering numbering() {
        Numbering wanted = model.numbering();
        Numbering said = canonical.numbering();
        Numbering found = live.numbering();
        return new Numbering(
                said.start() == found.start() ? wanted.start() : found.start(),
                said.increment() == found.increment() ? wanted.increment() : found.increment(),
                Objects.equals(said.minimum(), found.minimum()) ? wanted.minimum() : found.minimum(),
                Objects.equals(said.maximum(), found.maximum()) ? wanted.maximum() : found.maximum(),
                said.cache() == found.cache() ? wanted.cache() : found.cache(),
                said.cycle() == found.cycle() ? wanted.cycle() : found.cycle());
    }
}
