// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.schema.EnumType;
import io.aludel.migrate.op.AddEnumValue;
import io.aludel.migrate.op.DropEnumValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One type whose values are listed, and which is on both sides. Values can be added to it anywhere, or taken away from it. Where both happens, or the
 * order changes, nobody can tell what became of which value.
 */
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

    /** Whether all that is too much can be taken away. */
    boolean isSubset() {
        return live.values().stream().filter(model.values()::contains).toList().equals(model.values());
    }

    /** What takes away the values that the model has not; a row that has one stands in the way, and says so. */
    List<DropEnumValue> removals() {
        List<DropEnumValue> removals = new ArrayList<>();
        List<String> values = new ArrayList<>(live.values());
        for (String value : live.values()) {
            if (!model.values().contains(value)) {
                int place = values.indexOf(value);
                String next = place + 1 < values.size() ? values.get(place + 1) : null;
                removals.add(new DropEnumValue(model.name(), value, null, new AddEnumValue(model.name(), value, next)));
                values.remove(place);
            }
        }
        return removals;
    }

    Undecided undecided() {
        return new Undecided(
                model.describe(),
                "the database has the values " + listed(live.values()) + ", the model " + listed(model.values())
                        + ". A renamed value is not told from one that went and another that came, and none is put in another place: say"
                        + " it in a script, with renameEnumValue, or dropEnumValue and addEnumValue.");
    }

    private static String listed(List<String> values) {
        return values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(", "));
    }
}
