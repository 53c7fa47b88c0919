// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.name.TableName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is in the database but could not be read as a whole: a right is missing, or it has a property that nothing here stands for. It is not absent,
 * and must not be taken for what was read of it.
 *
 * @param part what of the object, for people ({@code index "ix_pet_name"}); null for the object itself
 * @param reason what is the matter and what to do about it, a sentence
 */
public record Unreadable(
        ObjectKind kind, TableName name, @Nullable String part, String reason) {
    public Unreadable {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(reason, "reason");
    }

    /** For people: {@code index "ix_pet_name" of table "pet": It is invalid; …}. */
    @Override
    public String toString() {
        String object = kind.words() + " \"" + name + "\"";
        return (part == null ? object : part + " of " + object) + ": " + reason;
    }
}
