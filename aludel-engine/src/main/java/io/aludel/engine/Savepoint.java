// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

/** A place in a transaction that one can go back to. It is gone when the transaction ends. */
public final class Savepoint {
    private final String name;

    Savepoint(int number) {
        this.name = "aludel_" + number;
    }

    String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
