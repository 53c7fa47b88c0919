// SPDX-License-Identifier: Apache-2.0
/** The entity model as sessions use it. */
@NullMarked
package io.aludel.orm.entity;

import org.jspecify.annotations.NullMarked;
