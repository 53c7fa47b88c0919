// SPDX-License-Identifier: Apache-2.0
/**
 * From changed objects to statements. {@link io.aludel.orm.flush.Flush} tells the story: what is reachable is persisted, both sides of
 * associations are brought in step, removals go on to what depends on them, everything is checked, planned as {@link
 * io.aludel.orm.flush.FlushStep}s in an order that foreign keys allow, and only then written. A flush object lives for one flush.
 */
@NullMarked
package io.aludel.orm.flush;

import org.jspecify.annotations.NullMarked;
