// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.model;

import io.aludel.core.name.TableName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one class is mapped. Its members have numbers, by which companions and sessions speak of them: first the attributes, then the
 * associations, each in the order of declaration, a superclass's before its subclass's.
 *
 * @param className the binary name of the class
 * @param entityName the name that queries and messages use; the simple class name unless {@code @Entity(name)} says otherwise
 * @param id the names of the attributes that are the identifier, in order; at least one
 * @param idGeneration how the identifier comes about
 * @param version the name of the attribute that counts changes; null where there is none
 */
public record EntityModel(
        String className,
        String entityName,
        TableName table,
        List<AttributeModel> attributes,
        List<AssociationModel> associations,
        List<String> id,
        IdGeneration idGeneration,
        @Nullable String version,
        TableDetails details) {
    public EntityModel {
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(entityName, "entityName");
        Objects.requireNonNull(table, "table");
        attributes = List.copyOf(attributes);
        associations = List.copyOf(associations);
        id = List.copyOf(id);
        Objects.requireNonNull(idGeneration, "idGeneration");
        Objects.requireNonNull(details, "details");
    }

    public Optional<AttributeModel> attribute(String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst();
    }

    public Optional<AssociationModel> association(String name) {
        return associations.stream()
                .filter(association -> association.name().equals(name))
                .findFirst();
    }

    public List<AttributeModel> idAttributes() {
        return id.stream().map(name -> attribute(name).orElseThrow()).toList();
    }

    /**
     * The member's number.
     *
     * @throws IllegalArgumentException if there is no such attribute or association
     */
    public int memberIndex(String name) {
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i).name().equals(name)) {
                return i;
            }
        }
        for (int i = 0; i < associations.size(); i++) {
            if (associations.get(i).name().equals(name)) {
                return attributes.size() + i;
            }
        }
        throw new IllegalArgumentException("Entity " + entityName + " has no attribute \"" + name + "\".");
    }
}
