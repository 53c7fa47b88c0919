// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.edit;

import io.aludel.examples.gradebook.GradebookException;
import io.aludel.orm.Session;

/**
 * Names: any text that is not blank and fits its column.
 *
 * @param longest in characters (code points), as the databases count them
 */
record Name(String model, int longest) implements Content<String> {
    @Override
    public String read(Session session, String text) {
        if (text.isBlank()) {
            throw new GradebookException("The name of a " + model + " cannot be blank.");
        }
        if (text.codePoints().anyMatch(Name::cannotBeStored)) {
            throw new GradebookException(
                    "The name of a " + model
                            + " holds a character that no database stores (U+0000, or half of a surrogate pair); leave it out.");
        }
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            throw new GradebookException("The name of a " + model + " has at most " + longest
                    + " characters, and this one has " + length + ".");
        }
        return text;
    }

    private static boolean cannotBeStored(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }
}
