// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.entity;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.schema.Column;
import io.aludel.mapping.EntityType;
import io.aludel.mapping.Model;
import io.aludel.mapping.model.AssociationModel;
import io.aludel.mapping.model.AttributeModel;
import io.aludel.mapping.model.EntityModel;
import io.aludel.mapping.model.IdGeneration;
import io.aludel.mapping.model.JoinColumnModel;
import io.aludel.orm.error.SessionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All entities of a model as sessions use them. */
public final class Entities {
    private final Model model;
    private final boolean sequences;
    private final Map<String, EntityMapping> byName = new LinkedHashMap<>();
    private final ClassValue<EntityMapping> byClass = new ClassValue<>() {
        @Override
        protected EntityMapping computeValue(Class<?> type) {
            return Objects.requireNonNull(byName.get(model.entity(type).model().className()));
        }
    };

    /**
     * @param sequences whether the database has them; where it has none, identities take their place
     */
    public Entities(Model model, boolean sequences) {
        this.model = model;
        this.sequences = sequences;
        model.entities().forEach(type -> byName.put(type.model().className(), mapping(type)));
        byName.values().forEach(this::addToOnes);
        byName.values().forEach(this::addInverses);
        place();
    }

    public Model model() {
        return model;
    }

    /** All of them, in the order of the model. */
    public List<EntityMapping> all() {
        return List.copyOf(byName.values());
    }

    /**
     * The entity of this class, or of the nearest superclass that is one.
     *
     * @throws io.aludel.mapping.problem.MappingException if there is none
     */
    public EntityMapping of(Class<?> type) {
        return byClass.get(type);
    }

    /** The entity that the object is an instance of. */
    public EntityMapping of(Object entity) {
        return of(entity.getClass());
    }

    @SuppressWarnings("unchecked") // what it is asked about are instances of its own class
    private EntityMapping mapping(EntityType<?> type) {
        EntityModel entity = type.model();
        if (entity.id().size() != 1) {
            throw new SessionException("Entity " + type.name() + " has an identifier of "
                    + entity.id().size() + " attributes; sessions know identifiers of one attribute only.");
        }
        List<MappedColumn> attributes = new ArrayList<>();
        for (AttributeModel attribute : entity.attributes()) {
            attributes.add(column(
                    attributes.size(),
                    attribute.name(),
                    attribute.column(),
                    type.column(attributes.size()),
                    attribute.insertable(),
                    attribute.updatable()));
        }
        boolean numbered = entity.idGeneration() instanceof IdGeneration.FromSequence && !sequences;
        return new EntityMapping(
                (EntityType<Object>) type, numbered ? new IdGeneration.Identity() : entity.idGeneration(), attributes);
    }

    private void addToOnes(EntityMapping owner) {
        for (AssociationModel association : owner.type().model().associations()) {
            if (!association.isOwner()) {
                continue;
            }
            if (!association.isToOne() || association.joinColumns().size() != 1) {
                throw new SessionException(owner.name() + "." + association.name() + " has "
                        + association.joinColumns().size()
                        + " join columns; sessions know to-one associations with one.");
            }
            JoinColumnModel join = association.joinColumns().get(0);
            EntityMapping target = target(association);
            if (!join.referencedColumn().equals(target.id().name())) {
                throw new SessionException(owner.name() + "." + association.name() + " refers to the column \""
                        + join.referencedColumn() + "\" of " + target.table() + "; sessions know references to the"
                        + " identifier only, which is \"" + target.id().name() + "\".");
            }
            MappedColumn column = column(
                    owner.type().model().memberIndex(association.name()),
                    association.name(),
                    join.column(),
                    owner.type().columns(association).get(0),
                    join.insertable(),
                    join.updatable());
            ToOne toOne =
                    new ToOne(owner, target, association, column, owner.toOnes().size());
            owner.add(toOne);
            target.addIncoming(toOne);
        }
    }

    private void addInverses(EntityMapping owner) {
        for (AssociationModel association : owner.type().model().associations()) {
            if (association.isOwner()) {
                continue;
            }
            ToOne mappedBy = target(association).toOnes().stream()
                    .filter(toOne -> toOne.name().equals(association.mappedBy()))
                    .findFirst()
                    .orElseThrow();
            Inverse inverse = new Inverse(
                    owner,
                    mappedBy,
                    association,
                    owner.type().model().memberIndex(association.name()),
                    owner.inverses().size());
            owner.add(inverse);
            mappedBy.inverse(inverse);
        }
    }

    private void place() {
        Map<EntityMapping, List<EntityMapping>> dependencies = new HashMap<>();
        byName.values()
                .forEach(mapping -> dependencies.put(
                        mapping, mapping.toOnes().stream().map(ToOne::target).toList()));
        int rank = 0;
        for (List<EntityMapping> group : TypeOrder.sort(all(), dependencies::get)) {
            boolean cycle = group.size() > 1 || dependencies.get(group.get(0)).contains(group.get(0));
            for (EntityMapping mapping : group) {
                mapping.place(rank, cycle);
            }
            rank++;
        }
    }

    private EntityMapping target(AssociationModel association) {
        return Objects.requireNonNull(byName.get(association.target()));
    }

    private static MappedColumn column(
            int member, String attribute, Column column, ColumnRef reference, boolean insertable, boolean updatable) {
        return new MappedColumn(
                member, attribute, reference.column(), reference.type(), column.nullable(), insertable, updatable);
    }
}
