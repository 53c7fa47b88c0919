// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.model;

import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.ForeignKey.Action;
import io.aludel.core.schema.ForeignKey.Match;
import java.util.Objects;

/**
 * What is said of a foreign key besides its columns.
 *
 * @param onDelete what the database does to this row when its target goes away
 * @param onUpdate what it does when the target's key changes
 * @param validated whether rows that were there before it are looked at
 */
public record ForeignKeyDetails(Action onDelete, Action onUpdate, Match match, Deferral deferral, boolean validated) {
    /** A key of which nothing is said. */
    public static final ForeignKeyDetails USUAL =
            new ForeignKeyDetails(Action.NO_ACTION, Action.NO_ACTION, Match.SIMPLE, Deferral.NOT_DEFERRABLE, true);

    public ForeignKeyDetails {
        Objects.requireNonNull(onDelete, "onDelete");
        Objects.requireNonNull(onUpdate, "onUpdate");
        Objects.requireNonNull(match, "match");
        Objects.requireNonNull(deferral, "deferral");
    }

    public ForeignKeyDetails withOnDelete(Action action) {
        return new ForeignKeyDetails(action, onUpdate, match, deferral, validated);
    }

    public ForeignKeyDetails withOnUpdate(Action action) {
        return new ForeignKeyDetails(onDelete, action, match, deferral, validated);
    }

    public ForeignKeyDetails withMatch(Match match) {
        return new ForeignKeyDetails(onDelete, onUpdate, match, deferral, validated);
    }

    public ForeignKeyDetails withDeferral(Deferral deferral) {
        return new ForeignKeyDetails(onDelete, onUpdate, match, deferral, validated);
    }

    public ForeignKeyDetails withValidated(boolean validated) {
        return new ForeignKeyDetails(onDelete, onUpdate, match, deferral, validated);
    }

    /** That key with all of this. */
    public ForeignKey of(ForeignKey key) {
        return key.onDelete(onDelete)
                .onUpdate(onUpdate)
                .withMatch(match)
                .withDeferral(deferral)
                .withValidated(validated);
    }
}
