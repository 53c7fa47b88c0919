// SPDX-License-Identifier: Apache-2.0
/**
 * The command line. Arguments go in; text on the two streams and an exit code come out. {@link io.aludel.examples.gradebook.command.Main} finds
 * the database and says what went wrong; each of its verbs is a {@code …Command}, which reads its options and leaves the work to the packages
 * {@code question}, {@code edit} and {@code report}. Options that several verbs have are mixins: {@code …Option}, {@code …Options}.
 */
@NullMarked
package io.aludel.examples.gradebook.command;

import org.jspecify.annotations.NullMarked;
