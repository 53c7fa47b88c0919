// SPDX-License-Identifier: Apache-2.0
/**
 * Which Java types an attribute may have, and what each is stored as: {@link io.aludel.mapping.convert.BasicTypes} by name, for the rules of
 * the mapping; {@link io.aludel.mapping.convert.AttributeTypes} with the classes at hand, for reading and binding.
 */
@NullMarked
package io.aludel.mapping.convert;

import org.jspecify.annotations.NullMarked;
