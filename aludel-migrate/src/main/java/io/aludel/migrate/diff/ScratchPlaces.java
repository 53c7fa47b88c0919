// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.dialect.ScratchConnection;
import java.util.function.Function;

/** Where schemas can be tried out: each call gets a place of its own, which is gone afterwards. */
public interface ScratchPlaces {
    <R> R use(Function<ScratchConnection, R> work);
}
