// SPDX-License-Identifier: Apache-2.0

/** From Jakarta Persistence annotations to entity model and schema. */
@NullMarked
package io.aludel.mapping;

import org.jspecify.annotations.NullMarked;
