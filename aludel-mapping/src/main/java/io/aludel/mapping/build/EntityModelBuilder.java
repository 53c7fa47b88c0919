// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.name.NamingConvention;
import io.aludel.mapping.model.EntityModel;
import io.aludel.mapping.naming.NamingStrategy;
import io.aludel.mapping.source.ClassSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Makes entity models of annotated classes, by the rules of Jakarta Persistence 3.2. Every mistake of every class is collected; none ends the
 * reading.
 */
public final class EntityModelBuilder {
    private final ClassSource classes;
    private final NamingStrategy naming;
    private final NamingConvention constraints;

    public EntityModelBuilder(ClassSource classes, NamingStrategy naming, NamingConvention constraints) {
        this.classes = Objects.requireNonNull(classes, "classes");
        this.naming = Objects.requireNonNull(naming, "naming");
        this.constraints = Objects.requireNonNull(constraints, "constraints");
    }

    /**
     * The models of these classes, which are a whole: every association's target is among them.
     *
     * @param classNames binary names
     */
    public MappingResult build(Collection<String> classNames) {
        return build(classNames, true);
    }

    /**
     * The models of some of a program's entities: targets of associations may lie outside, as they do when a compiler sees one module of
     * several.
     */
    public MappingResult buildSome(Collection<String> classNames) {
        return build(classNames, false);
    }

    private MappingResult build(Collection<String> classNames, boolean whole) {
        Problems problems = new Problems();
        Rules rules = new Rules(classes, naming, constraints, problems);
        Drafts drafts = new Drafts(rules, whole ? Set.copyOf(classNames) : null);
        Map<String, EntityDraft> own = new LinkedHashMap<>();
        for (String name : new LinkedHashSet<>(classNames)) {
            drafts.own(name).ifPresent(draft -> own.put(name, draft));
        }
        AssociationRule associations = new AssociationRule(rules, drafts);
        own.values().forEach(associations::read);
        List<EntityModel> models = new ArrayList<>();
        for (EntityDraft draft : own.values()) {
            models.add(finish(draft));
        }
        new WholeModelRule(problems).check(models);
        return new MappingResult(models, problems.all());
    }

    private static EntityModel finish(EntityDraft draft) {
        new GenerationRule(draft).read();
        return new EntityModel(
                draft.className(),
                draft.entityName,
                draft.table,
                draft.attributes,
                draft.associations,
                draft.ids,
                draft.generation,
                draft.version,
                new TableRule(draft).details());
    }
}
