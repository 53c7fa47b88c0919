// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.source;

import java.util.Optional;

/** Where the mapping reads classes from. What it gives of one class does not change. One thread at a time. */
public interface ClassSource {
    /**
     * The class of this binary name ({@code io.example.Outer$Inner}); nothing if there is none, or if the name is a primitive's or an array's.
     */
    Optional<SourceClass> find(String binaryName);

    /**
     * Whether the mapping cares for annotations of this type. Readers leave out all others, and those that are not kept at run time, so that what
     * they give is equal.
     *
     * @param annotationType a binary name
     */
    static boolean isRelevant(String annotationType) {
        return annotationType.startsWith("jakarta.persistence.")
                || annotationType.startsWith("io.aludel.mapping.annotation.")
                || annotationType.startsWith("org.hibernate.annotations.");
    }
}
