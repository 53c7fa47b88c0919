// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.expr.Expression;
import io.aludel.core.expr.RawSql;
import io.aludel.core.parse.ConditionParser;
import io.aludel.core.parse.Lexis;
import io.aludel.core.parse.Reading;
import io.aludel.core.parse.SqlTextException;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.Tokenizer;
import io.aludel.core.schema.Check;
import io.aludel.core.type.ValueType;
import io.aludel.mapping.build.EntityDraft.CheckText;
import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceAnnotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Checks, read into expressions; in their text stand the names of columns, as in SQL. */
final class CheckRule {
    private final EntityDraft draft;

    CheckRule(EntityDraft draft) {
        this.draft = draft;
    }

    List<Check> read(List<SourceAnnotation> ofTable) {
        List<CheckText> texts = new ArrayList<>(draft.checks);
        ofTable.forEach(annotation -> texts.add(new CheckText(annotation, null, null)));
        List<Check> checks = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (CheckText text : texts) {
            String condition = text.annotation().text("constraint");
            checks.add(new Check(
                    name(text, taken),
                    condition(condition, text.member(), "The check \"" + condition + "\""),
                    isValidated(text)));
        }
        return checks;
    }

    private boolean isValidated(CheckText check) {
        AtomicBoolean validated = new AtomicBoolean(true);
        new OptionWords(draft, check.member(), MappingCode.OPTIONS, "@CheckConstraint", "\"not valid\"")
                .read(check.annotation().text("options"), words -> {
                    words.expectWord("not");
                    words.expectWord("valid");
                    validated.set(false);
                });
        return validated.get();
    }

    /**
     * The condition as an expression, or as it stands where it cannot be read.
     *
     * @param what it is, for people
     */
    Expression condition(String text, @Nullable String member, String what) {
        return draft.own(text, ValueType.BOOLEAN).orElseGet(() -> read(text, member, what));
    }

    private Expression read(String text, @Nullable String member, String what) {
        Reading reading = new ConditionParser(draft::columnType).condition(text);
        if (reading instanceof Reading.Of read) {
            return read.expression();
        }
        Reading.Unreadable why = (Reading.Unreadable) reading;
        draft.warning(
                MappingCode.RAW_SQL,
                member,
                what + " is given to every database as it stands, because it cannot be read: " + why.reason()
                        + " (at character " + (why.position() + 1) + ").");
        return new RawSql(null, text, ValueType.BOOLEAN);
    }

    private String name(CheckText check, Set<String> taken) {
        String given = check.annotation().text("name");
        if (!given.isEmpty()) {
            taken.add(Jakarta.plainName(given));
            return Jakarta.plainName(given);
        }
        List<String> columns =
                check.column() == null ? mentioned(check.annotation().text("constraint")) : List.of(check.column());
        String name = draft.rules.constraints().check(draft.table.name(), columns);
        for (int number = 2; !taken.add(name); number++) {
            List<String> numbered = new ArrayList<>(columns);
            numbered.add(String.valueOf(number));
            name = draft.rules.constraints().check(draft.table.name(), numbered);
        }
        return name;
    }

    /** The table's columns that the text speaks of, each once, in order. */
    private List<String> mentioned(String text) {
        try {
            return Tokenizer.tokens(text, Lexis.STANDARD).stream()
                    .filter(Token::isName)
                    .map(Token::folded)
                    .filter(draft.columns::containsKey)
                    .distinct()
                    .toList();
        } catch (SqlTextException e) {
            return List.of(); // reported where the condition is read
        }
    }
}
