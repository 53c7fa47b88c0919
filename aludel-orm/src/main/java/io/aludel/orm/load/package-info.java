// SPDX-License-Identifier: Apache-2.0
/**
 * From rows to objects. {@link io.aludel.orm.load.Loader} is a session's: it finds objects, and loads what is touched on one for all its
 * siblings; {@link io.aludel.orm.load.ResultReading} reads one result. Lazy collections are {@link io.aludel.orm.load.LazyList} and {@link
 * io.aludel.orm.load.LazySet}.
 */
@NullMarked
package io.aludel.orm.load;

import org.jspecify.annotations.NullMarked;
