// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.expr.RawSql;
import io.aludel.core.parse.ConditionParser;
import io.aludel.core.parse.Reading;
import io.aludel.core.schema.Default;
import io.aludel.core.type.BasicType;
import io.aludel.mapping.problem.MappingCode;

/** A column's default, as an expression or as it stands where it cannot be read. */
final class DefaultWords {
    private DefaultWords() {}

    static Default read(EntityDraft draft, String member, String text, BasicType<?> type) {
        return draft.own(text, type)
                .<Default>map(Default.Of::new)
                .orElseGet(() -> understood(draft, member, text, type));
    }

    private static Default understood(EntityDraft draft, String member, String text, BasicType<?> type) {
        Reading reading = ConditionParser.defaultValue(text, type);
        if (reading instanceof Reading.Of read) {
            return new Default.Of(read.expression());
        }
        Reading.Unreadable why = (Reading.Unreadable) reading;
        draft.warning(
                MappingCode.DEFAULT_VALUE,
                member,
                "The default \"" + text + "\" is given to every database as it stands, because it cannot be read: "
                        + why.reason() + " (at character " + (why.position() + 1)
                        + "). A text is written in single quotes: 'new'.");
        return new Default.Of(new RawSql(null, text, type));
    }
}
