// SPDX-License-Identifier: Apache-2.0
/**
 * What is known of an entity's mapping, as data: {@link io.aludel.mapping.model.EntityModel} with its {@link
 * io.aludel.mapping.model.AttributeModel}s and {@link io.aludel.mapping.model.AssociationModel}s. Classes are held by name, so that the
 * processor, which has no classes, and the run time make equal models of equal sources. Safe to share between threads.
 */
@NullMarked
package io.aludel.mapping.model;

import org.jspecify.annotations.NullMarked;
