// SPDX-License-Identifier: Apache-2.0
/**
 * The entity model as sessions use it: {@link io.aludel.orm.entity.EntityMapping} is one class with its columns, its owning {@link
 * io.aludel.orm.entity.ToOne}s and the {@link io.aludel.orm.entity.Inverse} sides that others map, linked with each other and in the order
 * in which rows may be inserted. Made once for each session factory, never changed, safe to share between threads.
 */
@NullMarked
package io.aludel.orm.entity;

import org.jspecify.annotations.NullMarked;
