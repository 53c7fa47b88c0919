// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.resolve;

import io.aludel.core.expr.AttributeRef;
import io.aludel.core.expr.EntityRef;
import io.aludel.core.expr.EntitySource;
import io.aludel.core.expr.EntityValue;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.Join;
import io.aludel.core.expr.Rewriter;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.Value;
import io.aludel.mapping.EntityType;
import io.aludel.mapping.Model;
import java.util.LinkedHashSet;
import java.util.Set;

/** The entities that a statement names anywhere: tables, steps along associations, and objects that are compared with. */
final class EntitiesNamed extends Rewriter {
    private final Model model;
    private final Set<EntityType<?>> named = new LinkedHashSet<>();

    private EntitiesNamed(Model model) {
        this.model = model;
    }

    static Set<EntityType<?>> in(Model model, Select select) {
        EntitiesNamed names = new EntitiesNamed(model);
        names.select(select);
        return names.named;
    }

    @Override
    protected Select select(Select select) {
        for (Join join : select.joins()) {
            if (join.along() != null) {
                note(join.along());
            }
        }
        return super.select(select);
    }

    @Override
    protected TableSource source(TableSource source) {
        if (source instanceof EntitySource entity) {
            note(entity.root());
        }
        return super.source(source);
    }

    @Override
    public Expression attribute(AttributeRef attribute) {
        note(attribute.source());
        return attribute;
    }

    @Override
    public Expression entity(EntityValue entity) {
        note(entity.source());
        return entity;
    }

    @Override
    public Expression value(Value value) {
        model.find(value.value().getClass()).ifPresent(named::add);
        return value;
    }

    private void note(EntityRef ref) {
        named.add(model.entity(ref.entity()));
        if (ref instanceof EntityRef.Association step) {
            note(step.parent());
        }
    }
}
