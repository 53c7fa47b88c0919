// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.entity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Sorts types so that what a type depends on comes before it; types that depend on each other stay together. Tarjan's strongly connected
 * components, ties broken by the order of the input, so that the same model gives the same statements.
 */
public final class TypeOrder<T> {
    private final Function<T, List<T>> dependencies;
    private final Map<T, Integer> found = new HashMap<>();
    private final Map<T, Integer> lowest = new HashMap<>();
    private final Deque<T> path = new ArrayDeque<>();
    private final List<List<T>> components = new ArrayList<>();

    private TypeOrder(Function<T, List<T>> dependencies) {
        this.dependencies = dependencies;
    }

    /** The groups in order; a group of more than one, or of one that depends on itself, is a cycle. */
    public static <T> List<List<T>> sort(List<T> types, Function<T, List<T>> dependencies) {
        TypeOrder<T> order = new TypeOrder<>(dependencies);
        for (T type : types) {
            if (!order.found.containsKey(type)) {
                order.visit(type);
            }
        }
        order.components.forEach(component -> component.sort(Comparator.comparingInt(types::indexOf)));
        return order.components;
    }

    private void visit(T type) {
        int number = found.size();
        found.put(type, number);
        lowest.put(type, number);
        path.push(type);
        for (T dependency : dependencies.apply(type)) {
            if (!found.containsKey(dependency)) {
                visit(dependency);
                lowest.merge(type, lowest.get(dependency), Math::min);
            } else if (path.contains(dependency)) {
                lowest.merge(type, found.get(dependency), Math::min);
            }
        }
        if (lowest.get(type) == number) {
            List<T> component = new ArrayList<>();
            T member;
            do {
                member = path.pop();
                component.add(member);
            } while (!member.equals(type));
            components.add(component);
        }
    }
}
