// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.schema.EnumType;
import io.aludel.migrate.op.AddEnumValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One type whose values are listed, and which is on both sides. Values can be added to it, and that is all that a database does without moving rows. */
record EnumTypeComparison(EnumType model, EnumType live) {
    /** Whether all that is missing can be added. */
    boolean isSuperset() {
        return model.values().stream().filter(live.values()::contains).toList().equals(live.values());
    }

    /** What adds the missing values, the last one first, so that each is placed before one that is there. */
    List<AddEnumValue> additions() {
        List<AddEnumValue> additions = new ArrayList<>();
        String next = null;
        for (int i = model.values().size() - 1; i >= 0; i--) {
            String value = model.values().get(i);
            if (!live.values().contains(value)) {
                additions.add(new AddEnumValue(model.name(), value, next));
            }
            next = value;
        }
        return additions;
    }

    Undecided undecided() {
        return new Undecided(
                model.describe(),
                "the database has the values " + listed(live.values()) + ", the model " + listed(model.values())
                        + ". Values cannot be taken away or put in another order without moving the rows, and a renamed one"
                        + " is not told from two: say it in a script, as SQL.");
    }

    private static String listed(List<String> values) {
        return values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(", "));
    }
}
