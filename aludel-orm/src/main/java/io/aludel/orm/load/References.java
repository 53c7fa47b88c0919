// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.load;

import io.aludel.mapping.access.ReferenceLoader;
import io.aludel.orm.state.Siblings;

/** Loads the lazy references of one association in one result: all of them, when the first is touched. */
final class References implements ReferenceLoader {
    private final Loader loader;
    private final Siblings siblings;

    References(Loader loader, String origin) {
        this.loader = loader;
        this.siblings = new Siblings(origin);
    }

    Siblings siblings() {
        return siblings;
    }

    @Override
    public void load(Object reference) {
        loader.loadReference(reference, siblings.origin());
    }
}
