// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

import io.aludel.mapping.model.AssociationModel;
import io.aludel.processor.entity.MappedEntity;
import io.aludel.processor.lazy.LazyPlan;
import io.aludel.processor.lazy.LazyPlan.Remark;
import io.aludel.processor.lazy.LazyRules;
import io.aludel.processor.report.ProcessorCode;
import io.aludel.processor.report.Report;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/** Plans lazy references, and reports what stands against them where an association would have one. */
final class LazyPlans {
    private final LazyRules rules;
    private final Report report;
    private final Set<TypeElement> subclassed;
    private final Set<String> targets;
    private final Set<String> lazyTargets;

    LazyPlans(LazyRules rules, Report report, List<MappedEntity> entities, Set<TypeElement> subclassed) {
        this.rules = rules;
        this.report = report;
        this.subclassed = subclassed;
        this.targets = targets(entities, AssociationModel::isToOne);
        this.lazyTargets = targets(entities, association -> association.isToOne() && association.lazy());
    }

    private static Set<String> targets(List<MappedEntity> entities, Predicate<AssociationModel> associations) {
        return entities.stream()
                .flatMap(entity -> entity.model().associations().stream())
                .filter(associations)
                .map(AssociationModel::target)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether another entity refers to one of this class. */
    boolean isTarget(MappedEntity entity) {
        return targets.contains(entity.model().className());
    }

    LazyPlan plan(MappedEntity entity) {
        LazyPlan plan = rules.plan(entity, subclassed.contains(entity.type()));
        for (Remark obstacle : plan.obstacles()) {
            if (obstacle.isMistake()) {
                if (isTarget(entity)) report.error(ProcessorCode.FINAL_METHOD, obstacle.place(), obstacle.message());
            } else if (lazyTargets.contains(entity.model().className())) {
                report.warning(ProcessorCode.NO_LAZY_REFERENCE, obstacle.place(), obstacle.message());
            }
        }
        if (plan.isPossible() && isTarget(entity)) {
            plan.doubts()
                    .forEach(doubt -> report.warning(ProcessorCode.CLASS_COMPARISON, doubt.place(), doubt.message()));
        }
        return plan;
    }
}
