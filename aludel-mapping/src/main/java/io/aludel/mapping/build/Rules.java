// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.name.NamingConvention;
import io.aludel.mapping.naming.NamingStrategy;
import io.aludel.mapping.source.ClassSource;

/** What every rule works with. */
record Rules(ClassSource classes, NamingStrategy naming, NamingConvention constraints, Problems problems) {
    Rules withProblems(Problems others) {
        return new Rules(classes, naming, constraints, others);
    }
}
