// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.question;

import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.OneLine;
import io.aludel.examples.gradebook.model.Grade;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** The mark from which a subject is passed, as a user writes it. */
public final class PassingMark {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{1,2}(\\.[0-9]{1,6})?");
    private static final BigDecimal LEAST = BigDecimal.valueOf(Grade.LOWEST);
    private static final BigDecimal MOST = BigDecimal.valueOf(Grade.HIGHEST);

    private PassingMark() {}

    /**
     * The mark.
     *
     * @throws GradebookException if it is no number from 1 to 12 with at most six decimals
     */
    public static BigDecimal of(String text) {
        if (SHAPE.matcher(text).matches()) {
            BigDecimal mark = new BigDecimal(text);
            if (mark.compareTo(LEAST) >= 0 && mark.compareTo(MOST) <= 0) {
                return mark;
            }
        }
        throw new GradebookException("--passing " + OneLine.quoted(text)
                + " is no mark: give a number from 1 to 12, such as 6 or 7.5, with at most 6 decimals.");
    }
}
