// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks;

import io.aludel.benchmarks.library.Library;
import io.aludel.benchmarks.model.Rating;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is measured. The numbers are those of the design's table, in which some are still missing here. */
public enum Workload {
    W1("one student by key, into a record") {
        @Override
        @Nullable
        Object once(Library library, Gradebook gradebook, int number) {
            return library.student(1 + number % gradebook.students());
        }

        @Override
        Object result(Library library, Gradebook gradebook) {
            List<@Nullable Object> students = new ArrayList<>();
            for (int i = 0; i <= gradebook.students(); i++) {
                students.add(library.student(i));
            }
            return students;
        }
    },

    W2("all grades, into records") {
        @Override
        Object once(Library library, Gradebook gradebook, int number) {
            return library.grades();
        }
    },

    W3("top five students by average, into records") {
        @Override
        Object once(Library library, Gradebook gradebook, int number) {
            return library.topFive();
        }

        /** Databases give an average with more or fewer digits, and libraries leave them. */
        @Override
        Object result(Library library, Gradebook gradebook) {
            return library.topFive().stream()
                    .map(rating -> new Rating(rating.student(), rating.average().setScale(6, RoundingMode.HALF_UP)))
                    .toList();
        }
    },

    W5B("insert as many rows without keys and indexes, in one transaction") {
        @Override
        Object once(Library library, Gradebook gradebook, int number) {
            library.copy(gradebook.grades());
            return library;
        }

        @Override
        Object result(Library library, Gradebook gradebook) {
            gradebook.emptyCopies();
            library.copy(gradebook.grades());
            return gradebook.copies();
        }

        @Override
        boolean writes() {
            return true;
        }
    };

    private final String description;

    Workload(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }

    /**
     * One call that is measured.
     *
     * @param number counts the calls, so that each may ask for something else
     */
    abstract @Nullable Object once(Library library, Gradebook gradebook, int number);

    /** What the library makes of the work, to be compared with what the others make. */
    @Nullable
    Object result(Library library, Gradebook gradebook) {
        return once(library, gradebook, 0);
    }

    /** Whether {@code copies} has to be emptied before each call. */
    boolean writes() {
        return false;
    }
}
