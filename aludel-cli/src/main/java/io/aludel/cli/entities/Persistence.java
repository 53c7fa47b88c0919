// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

/** The annotations that are written. */
final class Persistence {
    private static final String JAKARTA = "jakarta.persistence.";
    private static final String OURS = "io.aludel.mapping.annotation.";

    static final String FETCH_TYPE = JAKARTA + "FetchType";
    static final String GENERATION_TYPE = JAKARTA + "GenerationType";

    private Persistence() {}

    static Annotation jakarta(String name) {
        return Annotation.of(JAKARTA + name);
    }

    static Annotation ours(String name) {
        return Annotation.of(OURS + name);
    }
}
