// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import java.util.List;

/** Numbers of things, and lists of them, as people write them. */
public final class Counted {
    private Counted() {}

    /** {@code 1 student}, {@code 12 students}. */
    public static String of(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** {@code 2}, {@code 2 and 3}, {@code 2, 3 and 7}. */
    public static String listed(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
