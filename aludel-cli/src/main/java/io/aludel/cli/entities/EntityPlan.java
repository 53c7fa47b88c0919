// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The class of a table, while it is decided. */
final class EntityPlan {
    private final Table table;
    private final String className;
    private final List<Annotation> annotations = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Map<String, ForeignKey> associations = new LinkedHashMap<>();

    EntityPlan(Table table, String className) {
        this.table = table;
        this.className = className;
    }

    Table table() {
        return table;
    }

    TableName name() {
        return table.name();
    }

    String className() {
        return className;
    }

    List<Annotation> annotations() {
        return annotations;
    }

    List<Member> members() {
        return members;
    }

    /** The column of the identifier. */
    String id() {
        return Objects.requireNonNull(table.primaryKey()).columns().get(0);
    }

    /** Those foreign keys that are associations, by their column. */
    Map<String, ForeignKey> associations() {
        return associations;
    }

    /** Gives the column an attribute of the first of these names that is free, else of the last with a number. */
    void nameAttribute(String column, List<String> names) {
        attributes.put(column, take(names));
    }

    String take(List<String> names) {
        String free = names.stream()
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseGet(() -> JavaNames.free(names.get(names.size() - 1), taken::contains));
        taken.add(free);
        return free;
    }

    String attribute(String column) {
        return Objects.requireNonNull(attributes.get(column), column);
    }
}
