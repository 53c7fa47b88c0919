// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.type;

import java.util.Objects;

/**
 * A type in one database's own words, for what {@link TypeKind} does not have.
 *
 * @param dialect the name of the dialect that understands it
 * @param declaration the type as that database prints it, for example {@code citext}
 */
public record NativeType(String dialect, String declaration) implements SqlType {
    public NativeType {
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(declaration, "declaration");
    }

    @Override
    public String toString() {
        return declaration;
    }
}
