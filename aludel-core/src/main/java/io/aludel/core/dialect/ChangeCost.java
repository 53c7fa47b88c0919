// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.util.Objects;

/**
 * What a change to a table with many rows costs those who use it meanwhile.
 *
 * @param work what the database does to the rows that are there
 * @param waiting who waits until it is done
 * @param words how the database itself calls that: {@code ACCESS EXCLUSIVE lock}, {@code ALGORITHM=COPY, LOCK=SHARED}
 * @param source where its manual says so
 */
public record ChangeCost(Work work, Waiting waiting, String words, String source) {
    /** What is done to rows; each takes longer than the one before. */
    public enum Work {
        /** Only the catalogue is changed, however many rows there are. */
        NOTHING("changes the catalogue only"),
        SCAN("reads every row"),
        /** An index is built; the rows themselves stay as they are. */
        BUILD("reads and sorts every row"),
        /** All rows are written again, with every index. */
        REWRITE("writes every row again");

        private final String words;

        Work(String words) {
            this.words = words;
        }

        /** For people: {@code reads every row}. */
        public String words() {
            return words;
        }
    }

    /** Who else can go on; each keeps more away than the one before. */
    public enum Waiting {
        /** Others read and write; at the beginning and end there may be a moment when they do not. */
        NOBODY("others go on"),
        WRITERS("whoever writes to it waits"),
        EVERYBODY("whoever reads or writes it waits");

        private final String words;

        Waiting(String words) {
            this.words = words;
        }

        /** For people: {@code whoever writes to it waits}. */
        public String words() {
            return words;
        }
    }

    public ChangeCost {
        Objects.requireNonNull(work, "work");
        Objects.requireNonNull(waiting, "waiting");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(source, "source");
    }

    /** Whether it takes the longer, the more rows there are, and somebody waits. */
    public boolean blocks() {
        return work != Work.NOTHING && waiting != Waiting.NOBODY;
    }
}
