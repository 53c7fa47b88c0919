// SPDX-License-Identifier: Apache-2.0
/**
 * What keeps a database from being migrated, before somebody tries: a database and its migrations come in, findings go out, each with the next step. Begin
 * with {@link io.aludel.cli.doctor.Doctor}. Nothing is left changed.
 */
@NullMarked
package io.aludel.cli.doctor;

import org.jspecify.annotations.NullMarked;
