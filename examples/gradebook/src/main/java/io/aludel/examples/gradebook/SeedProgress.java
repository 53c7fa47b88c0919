// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

/** Is told how far the seeding has come. */
@FunctionalInterface
public interface SeedProgress {
    /** Nobody wants to know. */
    SeedProgress SILENT = (students, of) -> {};

    /** So many students have been written with their grades; none of them is committed before the last. */
    void made(int students, int of);
}
