// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.edit;

import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.OneLine;
import io.aludel.examples.gradebook.model.Grade;
import io.aludel.orm.Session;

/** Grades from 1 to 12. */
record Mark() implements Content<Integer> {
    @Override
    public Integer read(Session session, String text) {
        int mark = text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : 0;
        if (mark < Grade.LOWEST || mark > Grade.HIGHEST) {
            throw new GradebookException(OneLine.quoted(text) + " is no grade: give a whole number from " + Grade.LOWEST
                    + " to " + Grade.HIGHEST + ".");
        }
        return mark;
    }
}
