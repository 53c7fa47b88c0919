// SPDX-License-Identifier: Apache-2.0
/**
 * An entity as its generated classes need it: {@link io.aludel.processor.entity.MappedEntity} is the model together with the class's elements,
 * {@link io.aludel.processor.entity.GeneratedNames} says what the classes are called. Writes nothing.
 */
@NullMarked
package io.aludel.processor.entity;

import org.jspecify.annotations.NullMarked;
