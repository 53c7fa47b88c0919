// SPDX-License-Identifier: Apache-2.0

/** Session, identity map and unit of work. */
module io.aludel.orm {
    requires transitive io.aludel.engine;
    requires transitive io.aludel.mapping;
    requires static org.jspecify;
}
