// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import static io.aludel.migrate.script.JavaLiteral.quoted;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows the call that begins a column, key, index or sequence: the calls that say the rest of it. */
final class DefinitionPrinter {
    private final Imports imports;
    private final TermPrinter terms;
    private final TypePrinter types;

    DefinitionPrinter(Imports imports) {
        this.imports = imports;
        this.terms = new TermPrinter(imports);
        this.types = new TypePrinter(imports);
    }

    static List<JavaChain> quotedAll(List<String> first, List<String> rest) {
        List<String> all = new ArrayList<>(first);
        all.addAll(rest);
        return all.stream().map(JavaLiteral::quoted).map(JavaChain::word).toList();
    }

    JavaChain column(JavaChain line, Column column) {
        JavaChain chain = line;
        if (!column.nullable()) {
            chain = chain.call("notNull");
        }
        if (column.defaultValue() instanceof Default.Of given) {
            chain = chain.call("defaultTo", List.of(terms.argument(given.expression())));
        }
        if (column.generation() instanceof Generation.Identity identity) {
            chain = identity(chain, identity);
        }
        if (column.generation() instanceof Generation.Computed computed) {
            chain = chain.call(
                    computed.stored() ? "computedStored" : "computed", List.of(terms.term(computed.expression())));
        }
        return text(text(chain, "collation", column.collation()), "comment", column.comment());
    }

    private static JavaChain identity(JavaChain chain, Generation.Identity identity) {
        if (identity.equals(Generation.Identity.STANDARD)) {
            return chain.call("identity");
        }
        return limits(
                chain.call(
                        identity.always() ? "identityAlways" : "identity",
                        number(identity.start()),
                        number(identity.increment())),
                identity.numbering());
    }

    private static JavaChain limits(JavaChain line, Numbering numbering) {
        JavaChain chain = line;
        if (numbering.minimum() != null) {
            chain = chain.call("minimum", number(numbering.minimum()));
        }
        if (numbering.maximum() != null) {
            chain = chain.call("maximum", number(numbering.maximum()));
        }
        if (numbering.cache() != 1) {
            chain = chain.call("cache", number(numbering.cache()));
        }
        return numbering.cycle() ? chain.call("cycle") : chain;
    }

    /** A whole number where a {@code long} is asked for. */
    static String number(long number) {
        return number == (int) number ? Long.toString(number) : number + "L";
    }

    static JavaChain text(JavaChain chain, String method, @Nullable String text) {
        return text == null ? chain : chain.call(method, quoted(text));
    }

    JavaChain foreignKey(JavaChain line, ForeignKey key) {
        String schema = key.target().schema();
        List<String> target = schema == null
                ? List.of(key.target().name())
                : List.of(schema, key.target().name());
        JavaChain chain =
                line.call(schema == null ? "references" : "referencesIn", quotedAll(target, key.targetColumns()));
        if (key.onDelete() != ForeignKey.Action.NO_ACTION) {
            chain = chain.call("onDelete", action(key.onDelete()));
        }
        if (key.onUpdate() != ForeignKey.Action.NO_ACTION) {
            chain = chain.call("onUpdate", action(key.onUpdate()));
        }
        if (key.match() == ForeignKey.Match.FULL) {
            chain = chain.call("matchFull");
        }
        if (!key.validated()) {
            chain = chain.call("notValid");
        }
        return deferral(chain, key.deferral());
    }

    private static JavaChain deferral(JavaChain chain, Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> chain;
            case DEFERRABLE -> chain.call("deferrable");
            case DEFERRED -> chain.call("initiallyDeferred");
        };
    }

    private String action(ForeignKey.Action action) {
        return imports.staticOf(ForeignKey.Action.class, action.name());
    }

    JavaChain primaryKey(JavaChain line, PrimaryKey key) {
        return deferral(include(line, key.include()), key.deferral());
    }

    JavaChain uniqueKey(JavaChain line, UniqueKey key) {
        JavaChain chain = include(line, key.include());
        return deferral(key.nullsDistinct() ? chain : chain.call("nullsNotDistinct"), key.deferral());
    }

    private static JavaChain include(JavaChain line, List<String> columns) {
        return columns.isEmpty() ? line : line.call("include", quotedAll(List.of(), columns));
    }

    JavaChain check(JavaChain line, Check check) {
        return check.validated() ? line : line.call("notValid");
    }

    List<JavaChain> indexKeys(List<String> names, Index index) {
        List<JavaChain> arguments = new ArrayList<>(quotedAll(names, List.of()));
        boolean plain = index.parts().stream().allMatch(DefinitionPrinter::isPlain);
        for (Index.Part part : index.parts()) {
            arguments.add(plain ? JavaChain.word(quoted(((ColumnRef) part.expression()).column())) : indexKey(part));
        }
        return arguments;
    }

    /** Whether the column's name says all. */
    private static boolean isPlain(Index.Part part) {
        return part.expression() instanceof ColumnRef && part.equals(new Index.Part(part.expression(), false));
    }

    private JavaChain indexKey(Index.Part part) {
        JavaChain chain = terms.term(part.expression());
        chain = part.descending() ? chain.call("desc") : chain;
        chain = switch (part.nulls()) {
            case USUAL -> chain;
            case FIRST -> chain.call("nullsFirst");
            case LAST -> chain.call("nullsLast");
        };
        chain = text(text(chain, "collation", part.collation()), "operatorClass", part.operatorClass());
        return part.length() == null
                ? chain
                : chain.call("prefix", part.length().toString());
    }

    List<JavaChain> elements(List<String> names, Exclusion exclusion) {
        List<JavaChain> arguments = new ArrayList<>(quotedAll(names, List.of()));
        exclusion
                .elements()
                .forEach(element -> arguments.add(indexKey(element.part()).call("with", quoted(element.operator()))));
        return arguments;
    }

    JavaChain exclusion(JavaChain line, Exclusion exclusion) {
        return deferral(where(text(line, "using", exclusion.method()), exclusion.predicate()), exclusion.deferral());
    }

    private JavaChain where(JavaChain chain, @Nullable Expression predicate) {
        return predicate == null ? chain : chain.call("where", List.of(terms.term(predicate)));
    }

    List<JavaChain> named(List<String> names, Check check) {
        List<JavaChain> arguments = new ArrayList<>(quotedAll(names, List.of()));
        arguments.add(terms.term(check.condition()));
        return arguments;
    }

    JavaChain index(JavaChain line, Index index) {
        JavaChain chain = index.unique() ? line.call("unique") : line;
        chain = index.nullsDistinct() ? chain : chain.call("nullsNotDistinct");
        chain = include(text(chain, "using", index.method()), index.include());
        for (String option : index.options()) {
            chain = chain.call("option", quoted(option));
        }
        return where(chain, index.predicate());
    }

    JavaChain sequence(JavaChain line, Sequence sequence) {
        JavaChain chain = sequence.type() == null ? line : line.call("type", types.of(sequence.type()));
        chain = limits(chain, sequence.numbering());
        Sequence.Owner owner = sequence.owner();
        if (owner != null) {
            chain = chain.call("ownedBy", quoted(owner.table().name()), quoted(owner.column()));
        }
        return text(chain, "comment", sequence.comment());
    }
}
