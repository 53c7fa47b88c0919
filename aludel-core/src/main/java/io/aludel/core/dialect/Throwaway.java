// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.util.List;
import java.util.Objects;

/** Where a database for a short while is made: a whole one, which several connections reach one after the other, and of which nothing stays. */
public sealed interface Throwaway permits Throwaway.Apart, Throwaway.OnServer {
    /**
     * A database of its own.
     *
     * @param url the JDBC URL that makes it, and reaches it as long as it is there
     */
    record Apart(String url) implements Throwaway {
        public Apart {
            Objects.requireNonNull(url, "url");
        }
    }

    /**
     * A database beside the live one.
     *
     * @param create statements that make it, on the live one; some may clean up what others left behind
     * @param drop statements that drop it, on the live one
     */
    record OnServer(String name, List<String> create, List<String> drop) implements Throwaway {
        public OnServer {
            Objects.requireNonNull(name, "name");
            create = List.copyOf(create);
            drop = List.copyOf(drop);
        }
    }
}
