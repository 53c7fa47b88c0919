// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.parse;

import java.util.List;
import java.util.Objects;

/**
 * A statement of a script.
 *
 * @param text as it was written, without what ends it and the comments around it
 * @param normal the same without comments and layout: two that are equal are the same statement
 * @param line of its first character, counted from 1
 * @param comments those before it, each without what marks it as a comment
 */
public record ScriptStatement(String text, String normal, int line, List<String> comments) {
    public ScriptStatement {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(normal, "normal");
        comments = List.copyOf(comments);
    }
}
