// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

/** A connection to a place where a schema may be tried out, because nothing of it will stay. */
public interface ScratchConnection extends CatalogReader {
    void execute(String sql);
}
