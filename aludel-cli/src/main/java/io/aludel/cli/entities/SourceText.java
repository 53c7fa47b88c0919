// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import java.util.Objects;

/**
 * A Java source.
 *
 * @param className the simple name of its class, which the file has too
 */
public record SourceText(String className, String text) {
    public SourceText {
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(text, "text");
    }
}
