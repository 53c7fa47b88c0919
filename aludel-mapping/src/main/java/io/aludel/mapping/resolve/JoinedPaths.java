// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.resolve;

import io.aludel.core.expr.AttributeRef;
import io.aludel.core.expr.EntityRef;
import io.aludel.core.expr.EntityValue;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.Rewriter;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.mapping.Model;
import java.util.HashSet;
import java.util.Set;

/**
 * The walks that a select joins anyway. In a grouped query the identifier of such a walk is read from the joined table: that one determines the
 * table's other columns, as databases that check groups want it, while the foreign key that points there does not.
 */
final class JoinedPaths extends Rewriter {
    private final Model model;
    private final Set<EntityRef.Association> joined = new HashSet<>();

    private JoinedPaths(Model model) {
        this.model = model;
    }

    static Set<EntityRef.Association> of(Select select, Model model) {
        if (select.groupBy().isEmpty()) {
            return Set.of();
        }
        JoinedPaths paths = new JoinedPaths(model);
        for (SelectItem item : select.items()) {
            if (item.expression() instanceof EntityValue entity) {
                paths.add(entity.source());
            }
        }
        paths.select(select);
        return paths.joined;
    }

    @Override
    public Expression attribute(AttributeRef attribute) {
        EntityRef source = attribute.source();
        if (source instanceof EntityRef.Association step) {
            boolean isId = model.entity(source.entity()).model().id().contains(attribute.attribute());
            add(isId ? step.parent() : step);
        }
        return attribute;
    }

    private void add(EntityRef ref) {
        if (ref instanceof EntityRef.Association step) {
            joined.add(step);
            add(step.parent());
        }
    }
}
