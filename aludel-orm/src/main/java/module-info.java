// SPDX-License-Identifier: Apache-2.0

/** Session, identity map and unit of work. */
module io.aludel.orm {
    requires transitive io.aludel.engine;
    requires transitive io.aludel.mapping;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.aludel.orm;
    exports io.aludel.orm.error;
}
