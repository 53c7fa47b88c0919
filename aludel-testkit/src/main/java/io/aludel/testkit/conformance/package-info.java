// SPDX-License-Identifier: Apache-2.0

/**
 * The dialect conformance suite: what comes in is a new database for each test, what comes out says whether a dialect keeps what Aludel promises on it.
 *
 * <p>Extend {@link io.aludel.testkit.conformance.DialectConformance}; its nested classes are the subjects, each in a file of its own: values of every
 * type, the meaning of expressions, transactions, violations, names, schemas there and back. {@link io.aludel.testkit.conformance.PetWorld} is the
 * small world that most of them play in, public for tests beside the suite.
 *
 * <p>Knows core and engine, and no dialect. One test at a time uses a database; several may run in parallel on databases of their own, those that set the
 * machine's time zone or locale excepted.
 */
@NullMarked
package io.aludel.testkit.conformance;

import org.jspecify.annotations.NullMarked;
