// SPDX-License-Identifier: Apache-2.0
/**
 * Our own annotations: what Jakarta Persistence has no word for. Each is named as the thing that it says; everything else is said with
 * {@code jakarta.persistence}.
 */
@NullMarked
package io.aludel.mapping.annotation;

import org.jspecify.annotations.NullMarked;
