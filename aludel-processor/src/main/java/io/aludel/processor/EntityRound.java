// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

import io.aludel.core.name.NamingConvention;
import io.aludel.mapping.build.EntityModelBuilder;
import io.aludel.mapping.build.MappingResult;
import io.aludel.mapping.model.AssociationModel;
import io.aludel.mapping.model.EntityModel;
import io.aludel.mapping.naming.NamingStrategy;
import io.aludel.mapping.problem.MappingProblem;
import io.aludel.processor.element.ElementClassSource;
import io.aludel.processor.entity.EntityFields;
import io.aludel.processor.entity.EntityRules;
import io.aludel.processor.entity.MappedEntity;
import io.aludel.processor.generate.CompanionClass;
import io.aludel.processor.generate.GeneratedClass;
import io.aludel.processor.generate.Generation;
import io.aludel.processor.generate.LazyReferenceClass;
import io.aludel.processor.generate.QueryClass;
import io.aludel.processor.lazy.LazyPlan;
import io.aludel.processor.lazy.LazyRules;
import io.aludel.processor.report.ProcessorCode;
import io.aludel.processor.report.Report;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/** One round's work on entities. */
final class EntityRound {
    private final Workshop workshop;
    private final Report report;
    private final Set<String> known;
    private final ElementClassSource classes;
    private final EntityFields fields;

    /**
     * @param known the binary names of all entities that were seen so far
     */
    EntityRound(Workshop workshop, Set<String> known) {
        this.workshop = workshop;
        this.report = workshop.report();
        this.known = known;
        this.classes = new ElementClassSource(workshop.elements());
        this.fields = new EntityFields(workshop.elements(), workshop.types());
    }

    /**
     * Writes the classes of those entities that are complete, and gives the names of these.
     *
     * @param lazyReferences to which the entities that can be lazy references are added, with their identifiers
     */
    Set<String> write(Set<String> waiting, Map<String, Set<String>> lazyReferences) {
        Unresolved unresolved = new Unresolved();
        Set<String> complete =
                waiting.stream().filter(name -> !unresolved.isIn(type(name))).collect(Collectors.toUnmodifiableSet());
        List<MappedEntity> entities = read(complete);
        LazyPlans plans = new LazyPlans(new LazyRules(fields, workshop.bodies()), report, entities, subclassed());
        EntityRules rules = new EntityRules(workshop.elements(), report);
        for (MappedEntity entity : entities) {
            if (!rules.isNameable(entity)) continue;
            queryClass(entity);
            rules.checkReach(entity);
            if (report.hasErrors(entity.type())) continue;
            LazyPlan plan = plans.plan(entity);
            if (report.hasErrors(entity.type())) continue;
            companion(entity, plan);
            if (plan.isPossible() && plans.isTarget(entity)) {
                lazyReferences.put(entity.type().getQualifiedName().toString(), plan.identifiers());
            }
        }
        return complete;
    }

    /** The entities, and a report of what is wrong with their mapping. */
    private List<MappedEntity> read(Set<String> names) {
        MappingResult result = new EntityModelBuilder(classes, NamingStrategy.SNAKE_CASE, NamingConvention.STANDARD)
                .buildSome(names.stream().sorted().toList());
        for (MappingProblem problem : result.problems()) report.problem(problem, type(problem.className()));
        return result.entities().stream().map(this::mapped).toList();
    }

    private MappedEntity mapped(EntityModel model) {
        return MappedEntity.of(type(model.className()), model, fields);
    }

    /** The classes above entities. */
    private Set<TypeElement> subclassed() {
        return known.stream()
                .flatMap(name -> fields.superclasses(type(name)).skip(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Also of an entity with mistakes: without it, these would drown among complaints that there is no such class. */
    private void queryClass(MappedEntity entity) {
        warnOfMissingPaths(entity);
        save(entity, new QueryClass(workshop.generation(), entity).write(this::type, this::hasQueryClass));
    }

    private void companion(MappedEntity entity, LazyPlan plan) {
        Generation generation = workshop.generation();
        save(entity, new CompanionClass(generation, entity).write(plan.isPossible()));
        if (plan.isPossible()) save(entity, new LazyReferenceClass(generation, entity).write(plan));
    }

    private void save(MappedEntity entity, GeneratedClass generated) {
        workshop.save(generated, entity.type());
    }

    private void warnOfMissingPaths(MappedEntity entity) {
        for (int i = 0; i < entity.associations().size(); i++) {
            AssociationModel association = entity.model().associations().get(i);
            if (association.isToOne() && !hasQueryClass(type(association.target()))) {
                report.warning(
                        ProcessorCode.NO_QUERY_CLASS,
                        entity.associations().get(i).element(),
                        "No path leads from " + entity.model().entityName() + " to " + association.target()
                                + " in queries, because there is no "
                                + workshop.names().queryClass(type(association.target()))
                                + ". Compile that class with aludel-processor, and with the same prefix.");
            }
        }
    }

    private boolean hasQueryClass(TypeElement target) {
        String inPackage =
                workshop.elements().getPackageOf(target).getQualifiedName().toString();
        String name = workshop.names().queryClass(target);
        return known.contains(workshop.elements().getBinaryName(target).toString())
                || workshop.elements().getTypeElement(inPackage.isEmpty() ? name : inPackage + "." + name) != null;
    }

    private TypeElement type(String binaryName) {
        return classes.element(binaryName)
                .orElseThrow(() -> new IllegalStateException("The compiler does not know class " + binaryName + "."));
    }
}
