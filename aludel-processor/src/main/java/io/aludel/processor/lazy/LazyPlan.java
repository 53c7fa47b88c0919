// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.lazy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/**
 * What an entity's lazy reference overrides.
 *
 * @param overridden the methods that load the entity when they are called
 * @param obstacles why there can be no lazy reference; empty where there can
 * @param doubts what would not work as one expects
 * @param identifiers the names of the fields that a reference has from the beginning
 */
public record LazyPlan(
        List<ExecutableElement> overridden, List<Remark> obstacles, List<Remark> doubts, Set<String> identifiers) {
    /**
     * @param place the class or the method that it is about
     * @param isMistake whether it is nothing that one would do on purpose in an entity that others refer to
     * @param message what stands against a reference, and what to do
     */
    public record Remark(Element place, boolean isMistake, String message) {
        public Remark {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(message, "message");
        }
    }

    public LazyPlan {
        overridden = List.copyOf(overridden);
        obstacles = List.copyOf(obstacles);
        doubts = List.copyOf(doubts);
        identifiers = Set.copyOf(identifiers);
    }

    public boolean isPossible() {
        return obstacles.isEmpty();
    }
}
