// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping;

import io.aludel.core.dialect.Capabilities;
import io.aludel.core.dialect.Feature;
import io.aludel.core.name.NamingConvention;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Schema;
import io.aludel.mapping.build.EntityModelBuilder;
import io.aludel.mapping.build.MappingResult;
import io.aludel.mapping.build.SchemaBuilder;
import io.aludel.mapping.model.EntityModel;
import io.aludel.mapping.model.IdGeneration;
import io.aludel.mapping.model.TableDetails;
import io.aludel.mapping.naming.NamingStrategy;
import io.aludel.mapping.problem.MappingException;
import io.aludel.mapping.problem.MappingProblem;
import io.aludel.mapping.source.ReflectionClassSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The entities of a program, and the schema that holds them. Made once, safe to share between threads.
 *
 * <pre>
 * Model model = Model.of(Student.class, Group.class);
 * </pre>
 */
public final class Model {
    private final Map<String, EntityType<?>> entities;
    private final List<EntityType<?>> inOrder;
    private final Schema schema;
    private final List<MappingProblem> warnings;

    private Model(Set<Class<?>> classes, NamingStrategy naming, NamingConvention constraints) {
        List<String> names = classes.stream().<String>map(Class::getName).toList();
        MappingResult result =
                new EntityModelBuilder(new ReflectionClassSource(classes), naming, constraints).build(names);
        List<EntityModel> models = result.orThrow();
        warnings = result.warnings();
        schema = new SchemaBuilder(constraints).build(models);
        Map<String, Class<?>> byName = classes.stream().collect(Collectors.toMap(Class::getName, type -> type));
        Map<String, EntityType<?>> types = new LinkedHashMap<>();
        models.forEach(model -> types.put(
                model.className(),
                new EntityType<>(this, Objects.requireNonNull(byName.get(model.className())), model)));
        entities = types;
        inOrder = List.copyOf(types.values());
        types.values().forEach(EntityType::complete);
    }

    /**
     * The model of these classes.
     *
     * @throws MappingException with every mistake in all of them
     */
    public static Model of(Class<?>... entities) {
        return builder().entities(entities).build();
    }

    /**
     * The model of all entities that the processor has listed in {@code META-INF/aludel/entities}, in every folder and jar that the class
     * loader reads.
     *
     * @throws MappingException if there is no such list, or with every mistake in the classes
     */
    public static Model load(ClassLoader loader) {
        return builder().load(loader).build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** All entities, in the order in which they were given. */
    public List<EntityType<?>> entities() {
        return inOrder;
    }

    /**
     * The entity of this class, or of the nearest superclass that is one: of a lazy reference's class, the entity that it refers to.
     *
     * @throws MappingException if there is none; the message names those there are
     */
    @SuppressWarnings("unchecked") // see find; for a subclass the entity's own type is what callers work with
    public <E> EntityType<E> entity(Class<E> entityClass) {
        return (EntityType<E>) find(entityClass).orElseThrow(() -> unknown(entityClass.getName()));
    }

    /** As {@link #entity(Class)}; nothing if there is none. */
    public Optional<EntityType<?>> find(Class<?> entityClass) {
        for (Class<?> type = entityClass; type != null; type = type.getSuperclass()) {
            EntityType<?> entity = entities.get(type.getName());
            if (entity != null && entity.entityClass() == type) {
                return Optional.of(entity);
            }
        }
        return Optional.empty();
    }

    /** The entity whose class has this binary name. */
    public EntityType<?> entity(String className) {
        EntityType<?> entity = entities.get(className);
        if (entity == null) {
            throw unknown(className);
        }
        return entity;
    }

    /** The entity that this instance is of. */
    @SuppressWarnings("unchecked") // an instance of E or of a subclass of it
    public <E> EntityType<E> entityOf(E instance) {
        return (EntityType<E>) entity(instance.getClass());
    }

    /** The tables and sequences that hold the entities. */
    public Schema schema() {
        return schema;
    }

    /**
     * As {@link #schema}; where the database has no sequences, identifiers that would come from one are identities, and where it has no enum types,
     * columns of such a type are text.
     */
    public Schema schemaFor(Capabilities database) {
        Schema known = database.has(Feature.ENUM_TYPES) ? schema : schema.withEnumTypes(List.of());
        return database.has(Feature.SEQUENCES) || known.sequences().isEmpty() ? known : numbered(known);
    }

    /** What tables and columns were called before. */
    public FormerNames formerNames() {
        List<FormerNames.OfTable> tables = new ArrayList<>();
        List<FormerNames.OfColumn> columns = new ArrayList<>();
        for (EntityType<?> entity : inOrder) {
            TableDetails details = entity.model().details();
            if (details.formerName() != null) {
                tables.add(new FormerNames.OfTable(entity.table(), details.formerName()));
            }
            details.formerColumns()
                    .forEach((column, former) -> columns.add(new FormerNames.OfColumn(entity.table(), column, former)));
        }
        return new FormerNames(tables, columns);
    }

    private Schema numbered(Schema schema) {
        Map<TableName, String> numbered = new HashMap<>();
        entities.values().stream()
                .filter(entity -> entity.model().idGeneration() instanceof IdGeneration.FromSequence)
                .forEach(
                        entity -> numbered.put(entity.table(), entity.idColumn().column()));
        return schema.withSequences(List.of())
                .withTables(schema.tables().stream()
                        .map(table -> table.withColumns(table.columns().stream()
                                .map(column -> column.name().equals(numbered.get(table.name()))
                                        ? column.withGeneration(Generation.Identity.STANDARD)
                                        : column)
                                .toList()))
                        .toList());
    }

    /** What is worth a look although the model can be used. */
    public List<MappingProblem> warnings() {
        return warnings;
    }

    private MappingException unknown(String className) {
        return new MappingException("The model has no entity " + className + "; it has "
                + entities.values().stream().map(EntityType::name).sorted().collect(Collectors.joining(", "))
                + ". Add the class to Model.of(…), or compile it with aludel-processor for Model.load(…).");
    }

    /** The parts of a model so far. One thread at a time. */
    public static final class Builder {
        private final Set<Class<?>> classes = new LinkedHashSet<>();
        private NamingStrategy naming = NamingStrategy.SNAKE_CASE;
        private NamingConvention constraints = NamingConvention.STANDARD;

        private Builder() {}

        public Builder entities(Class<?>... entities) {
            classes.addAll(List.of(entities));
            return this;
        }

        /** As {@link Model#load}. */
        public Builder load(ClassLoader loader) {
            return load(loader, className -> true);
        }

        /**
         * As {@link Model#load}, but only the entities that are wanted.
         *
         * @param wanted asked with each class's binary name; the others are not loaded
         */
        public Builder load(ClassLoader loader, Predicate<String> wanted) {
            classes.addAll(EntityIndex.load(loader, wanted));
            return this;
        }

        public Builder naming(NamingStrategy naming) {
            this.naming = Objects.requireNonNull(naming, "naming");
            return this;
        }

        public Builder constraints(NamingConvention constraints) {
            this.constraints = Objects.requireNonNull(constraints, "constraints");
            return this;
        }

        /**
         * The model.
         *
         * @throws MappingException with every mistake in the classes
         */
        public Model build() {
            return new Model(classes, naming, constraints);
        }
    }
}
