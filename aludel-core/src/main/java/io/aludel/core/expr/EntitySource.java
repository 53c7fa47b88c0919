// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import java.util.Objects;

/** An entity in {@code from} or {@code join}; the mapping makes a {@link TableSource.TableRef} of it. */
public record EntitySource(EntityRef.Root root) implements TableSource {
    public EntitySource {
        Objects.requireNonNull(root, "root");
    }

    @Override
    public String alias() {
        return root.alias();
    }
}
