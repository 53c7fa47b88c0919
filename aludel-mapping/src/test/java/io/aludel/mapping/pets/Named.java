// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.pets;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

@MappedSuperclass
abstract class Named {
    @Column(nullable = false, length = 60, comment = "as friends say it")
    private @Nullable String name;

    @Version
    private int version;

    public @Nullable String name() {
        return name;
    }

    public int version() {
        return version;
    }
}
