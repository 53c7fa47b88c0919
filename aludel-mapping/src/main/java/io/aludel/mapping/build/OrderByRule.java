// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.mapping.build.EntityDraft.Member;
import io.aludel.mapping.model.AttributeModel;
import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceAnnotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The order of a collection: attributes of its elements, each ascending or descending. */
final class OrderByRule {
    private OrderByRule() {}

    static List<String> read(EntityDraft draft, Member member, EntityDraft target) {
        Optional<SourceAnnotation> orderBy = member.field().annotation(Jakarta.ORDER_BY);
        if (orderBy.isEmpty()) {
            return List.of();
        }
        String text = orderBy.get().text("value").strip();
        if (text.isEmpty()) {
            return List.copyOf(target.ids);
        }
        List<String> keys = new ArrayList<>();
        for (String key : text.split(",", -1)) {
            String[] words = key.strip().split("\\s+");
            String direction = words.length == 2 ? words[1].toLowerCase(Locale.ROOT) : "asc";
            boolean known = target.attributes.stream().map(AttributeModel::name).anyMatch(words[0]::equals);
            if (!known || words.length > 2 || !List.of("asc", "desc").contains(direction)) {
                draft.error(
                        MappingCode.ORDER_BY,
                        member.name(),
                        "@OrderBy(\"" + text + "\"): \"" + key.strip() + "\" is no attribute of " + target.entityName
                                + ", perhaps followed by asc or desc; it has "
                                + String.join(
                                        ", ",
                                        target.attributes.stream()
                                                .map(AttributeModel::name)
                                                .toList()) + ".");
                continue;
            }
            keys.add(direction.equals("desc") ? words[0] + " desc" : words[0]);
        }
        return keys;
    }
}
