// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.edit;

import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.OneLine;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a user has set: texts by key, in the order given.
 *
 * @param texts none of them empty
 */
public record Assignments(Map<String, String> texts) {
    public Assignments {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /**
     * Reads {@code key=value} texts; what follows the first {@code =} is the value, as it stands.
     *
     * @throws GradebookException if one is none, has no value, or a key comes twice
     */
    public static Assignments parse(List<String> pairs) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new GradebookException(
                        OneLine.quoted(pair) + " says nothing to set: write key=value, such as --set " + Key.NAME
                                + "=Ada. A value with blanks stands in quotes.");
            }
            String key = pair.substring(0, equals);
            String value = pair.substring(equals + 1);
            if (value.isEmpty()) {
                throw new GradebookException(OneLine.quoted(pair) + " has no value after the =; everything needs one.");
            }
            if (texts.put(key, value) != null) {
                throw new GradebookException(OneLine.quoted(key) + " is set twice; set it once.");
            }
        }
        return new Assignments(texts);
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }
}
