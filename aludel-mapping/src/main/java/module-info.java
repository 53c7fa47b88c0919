// SPDX-License-Identifier: Apache-2.0

/** From Jakarta Persistence annotations to entity model and schema. */
module io.aludel.mapping {
    requires transitive io.aludel.core;
    requires transitive jakarta.persistence;
    requires static org.jspecify;

    exports io.aludel.mapping;
    exports io.aludel.mapping.access;
    exports io.aludel.mapping.annotation;
    exports io.aludel.mapping.build;
    exports io.aludel.mapping.convert;
    exports io.aludel.mapping.model;
    exports io.aludel.mapping.naming;
    exports io.aludel.mapping.problem;
    exports io.aludel.mapping.resolve;
    exports io.aludel.mapping.source;
}
