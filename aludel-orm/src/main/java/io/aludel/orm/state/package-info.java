// SPDX-License-Identifier: Apache-2.0
/**
 * What a session knows: {@link io.aludel.orm.state.PersistenceContext} holds an {@link io.aludel.orm.state.Entry} for each object, with its
 * identifier and what its row was like; {@link io.aludel.orm.state.History} remembers what a rollback has to give back; {@link
 * io.aludel.orm.state.SessionConnection} is the transaction. Nothing here reads or writes rows. One thread at a time.
 */
@NullMarked
package io.aludel.orm.state;

import org.jspecify.annotations.NullMarked;
