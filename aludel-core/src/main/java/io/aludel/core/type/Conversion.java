// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.type;

/** Both ways between a Java value and the basic value it is stored as; neither is ever null. Safe to share between threads. */
public interface Conversion<T, S> {
    S toStored(T value);

    /**
     * The value that was stored.
     *
     * @throws IllegalArgumentException if the database holds what no value of {@code T} stands for; the message says what it is
     */
    T fromStored(S stored);
}
