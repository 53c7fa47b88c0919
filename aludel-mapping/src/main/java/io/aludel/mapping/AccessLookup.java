// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping;

import io.aludel.mapping.access.Companions;
import io.aludel.mapping.access.EntityAccess;
import io.aludel.mapping.access.ReflectiveAccess;
import io.aludel.mapping.problem.MappingException;
import java.util.List;
import java.util.stream.Stream;

/** Finds who reads and writes an entity's fields. */
final class AccessLookup {
    private AccessLookup() {}

    static <E> EntityAccess<E> find(EntityType<E> entity) {
        return Companions.find(entity.entityClass())
                .map(companion -> requireFresh(entity, companion))
                .orElseGet(() -> new ReflectiveAccess<>(
                        entity.entityClass(),
                        entity.fields(),
                        entity.model().attributes().size()));
    }

    /** A companion that was written for an older form of the class would read one field for another. */
    private static <E> EntityAccess<E> requireFresh(EntityType<E> entity, EntityAccess<E> companion) {
        List<String> expected = Stream.concat(
                        entity.model().attributes().stream().map(attribute -> attribute.name()),
                        entity.model().associations().stream().map(association -> association.name()))
                .toList();
        List<String> found = List.of(companion.members());
        if (!found.equals(expected)) {
            throw new MappingException(
                    "The companion of " + entity.entityClass().getName() + " was generated for members " + found
                            + ", but the class has " + expected + "; compile the class again, from clean.");
        }
        return companion;
    }
}
