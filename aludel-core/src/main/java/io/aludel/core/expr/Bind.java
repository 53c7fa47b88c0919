// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.type.ValueType;

/** What stands behind a {@code ?} of rendered SQL: a value, or a hole that is filled when the statement is executed. */
public sealed interface Bind permits Value, Parameter {
    ValueType<?> type();
}
