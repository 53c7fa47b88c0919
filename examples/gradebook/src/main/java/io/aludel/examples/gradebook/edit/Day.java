// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.edit;

import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.OneLine;
import io.aludel.orm.Session;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Days of the years 1 to 9999, which every database and every program that reads ISO dates can tell. */
record Day() implements Content<LocalDate> {
    @Override
    public LocalDate read(Session session, String text) {
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            try {
                LocalDate day = LocalDate.parse(text);
                if (day.getYear() > 0) {
                    return day;
                }
            } catch (DateTimeParseException e) {
                // the calendar has no such day
            }
        }
        throw new GradebookException(OneLine.quoted(text)
                + " is no date: give a day of the calendar, year 0001 to 9999, as YYYY-MM-DD, such as 2026-02-28.");
    }
}
