// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import static io.aludel.core.dialect.UnsupportedFeatureException.unless;

import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.SchemaObject;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Trigger;
import io.aludel.core.schema.View;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sequences, types, views, routines and triggers as standard SQL writes them, and where it has none as PostgreSQL does. What a database lacks, or
 * what is written in the words of another one, is refused. A dialect overrides what its database spells in another way.
 */
public class StandardObjects {
    protected final Dialect dialect;
    private final StandardColumns columns;
    private final StandardConstraints constraints;

    public StandardObjects(Dialect dialect, StandardColumns columns, StandardConstraints constraints) {
        this.dialect = dialect;
        this.columns = columns;
        this.constraints = constraints;
    }

    public List<String> createSequence(Sequence sequence) {
        require(Feature.SEQUENCES, sequence, "sequences", "Use an identity column.");
        List<String> parts = new ArrayList<>();
        parts.add("create sequence " + name(sequence));
        if (sequence.type() != null) {
            parts.add("as " + dialect.types().declaration(sequence.type()));
        }
        parts.add("start with " + sequence.start());
        parts.add("increment by " + sequence.increment());
        parts.addAll(columns.limits(sequence.numbering()));
        return withComment(String.join(" ", parts), sequence, sequence.comment());
    }

    public List<String> giveSequence(Sequence sequence) {
        Sequence.Owner owner = sequence.owner();
        if (owner == null) {
            return List.of();
        }
        require(
                Feature.SEQUENCE_OWNERS,
                sequence,
                "sequence that belongs to a column",
                "Use an identity column, or let the sequence stand for itself.");
        return List.of("alter sequence " + name(sequence) + " owned by " + name(owner.table()) + "."
                + dialect.quote(owner.column()));
    }

    public List<String> alterSequence(Sequence from, Sequence to) {
        require(Feature.SEQUENCES, from, "sequences", "There can be none to alter.");
        List<String> statements = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        if (!Objects.equals(from.type(), to.type())) {
            changes.add("as " + dialect.types().declaration(to.type() == null ? SqlType.bigint() : to.type()));
        }
        changes.addAll(columns.numberingChange(from.numbering(), to.numbering()));
        if (!changes.isEmpty()) {
            statements.add("alter sequence " + name(from) + " " + String.join(" ", changes));
        }
        if (!Objects.equals(from.owner(), to.owner())) {
            statements.addAll(
                    to.owner() == null ? List.of("alter sequence " + name(from) + " owned by none") : giveSequence(to));
        }
        if (!Objects.equals(from.comment(), to.comment())
                && dialect.capabilities().has(Feature.COMMENTS)) {
            statements.add(comment(from, to.comment()));
        }
        return statements;
    }

    public List<String> dropSequence(Sequence sequence) {
        require(Feature.SEQUENCES, sequence, "sequences", "There can be none to drop.");
        return List.of("drop sequence " + name(sequence));
    }

    public List<String> renameSequence(Sequence sequence, TableName to) {
        require(Feature.SEQUENCES, sequence, "sequences", "There can be none to rename.");
        columns.requireKept(sequence.kind().words(), to.name());
        return List.of("alter sequence " + name(sequence) + " rename to " + dialect.quote(to.name()));
    }

    public List<String> createEnumType(EnumType type) {
        require(Feature.ENUM_TYPES, type, "enum types", "Use text with a check.");
        return withComment(
                "create type " + name(type) + " as enum "
                        + type.values().stream().map(constraints::text).collect(Collectors.joining(", ", "(", ")")),
                type,
                type.comment());
    }

    public List<String> dropEnumType(EnumType type) {
        require(Feature.ENUM_TYPES, type, "enum types", "There can be none to drop.");
        return List.of("drop type " + name(type));
    }

    /**
     * Another value of the type.
     *
     * @param before the value that it comes before; null where it comes last
     */
    public List<String> addEnumValue(EnumType type, String value, @Nullable String before) {
        require(Feature.ENUM_TYPES, type, "enum types", "Use text with a check.");
        return List.of("alter type " + name(type) + " add value " + constraints.text(value)
                + (before == null ? "" : " before " + constraints.text(before)));
    }

    public List<String> renameEnumType(EnumType type, TableName to) {
        require(Feature.ENUM_TYPES, type, "enum types", "There can be none to rename.");
        columns.requireKept(type.kind().words(), to.name());
        return List.of("alter type " + name(type) + " rename to " + dialect.quote(to.name()));
    }

    public List<String> renameEnumValue(EnumType type, String from, String to) {
        require(Feature.ENUM_TYPES, type, "enum types", "There can be none to rename.");
        return List.of(
                "alter type " + name(type) + " rename value " + constraints.text(from) + " to " + constraints.text(to));
    }

    public List<String> createDomain(Domain domain) {
        require(Feature.DOMAINS, domain, "domains", "Use its type, with a check in each table.");
        List<String> parts = new ArrayList<>();
        parts.add("create domain " + name(domain) + " as "
                + dialect.types().declaration(domain.type())
                + (domain.collation() == null ? "" : " collate " + constraints.collation(domain.collation())));
        if (domain.defaultValue() instanceof Default.Of value) {
            parts.add("default " + constraints.inline(value.expression()));
        }
        if (!domain.nullable()) {
            parts.add("not null");
        }
        domain.checks().stream().filter(Check::validated).forEach(check -> parts.add(domainCheck(check)));
        List<String> statements = new ArrayList<>(withComment(String.join(" ", parts), domain, domain.comment()));
        // In the statement, where no value is there yet, they would hold for all.
        domain.checks().stream()
                .filter(check -> !check.validated())
                .forEach(check -> statements.add("alter domain " + name(domain) + " add " + domainCheck(check)));
        return statements;
    }

    /** A condition on a domain is in the database's own words: its value has another name everywhere. */
    private String domainCheck(Check check) {
        if (!(check.condition() instanceof RawSql)) {
            throw new UnsupportedFeatureException(
                    "way to write the condition \"" + check.name() + "\" of a domain from an expression",
                    dialect.name(),
                    "Give it as raw SQL, with the word value for the value.");
        }
        return constraints.check(check);
    }

    public List<String> dropDomain(Domain domain) {
        require(Feature.DOMAINS, domain, "domains", "There can be none to drop.");
        return List.of("drop domain " + name(domain));
    }

    public List<String> createView(View view) {
        requireOwn(view, view.query());
        requireKept(view);
        if (view.materialized()) {
            require(Feature.MATERIALIZED_VIEWS, view, "materialized views", "Use a view, or a table that you fill.");
        }
        List<String> statements = new ArrayList<>();
        statements.add("create " + kind(view) + " " + name(view)
                + (view.columns().isEmpty() ? "" : " " + constraints.list(view.columns()))
                + (view.options().isEmpty() ? "" : " with (" + String.join(", ", view.options()) + ")")
                + " as\n" + view.query().text());
        view.indexes().forEach(index -> statements.add(constraints.index(view.name(), index)));
        if (view.comment() != null) {
            statements.addAll(comment(view, view.comment(), Feature.VIEW_COMMENTS));
        }
        return statements;
    }

    public List<String> dropView(View view) {
        return List.of("drop " + kind(view) + " " + name(view));
    }

    private static String kind(View view) {
        return view.materialized() ? "materialized view" : "view";
    }

    public List<String> createRoutine(Routine routine) {
        require(Feature.ROUTINES, routine, "routines in SQL", "Do its work in the program.");
        requireOwn(routine, routine.definition());
        return withComment(routine.definition().text(), routine, routine.comment());
    }

    public List<String> dropRoutine(Routine routine) {
        require(Feature.ROUTINES, routine, "routines in SQL", "There can be none to drop.");
        return List.of("drop " + named(routine));
    }

    public List<String> createTrigger(Trigger trigger) {
        require(Feature.TRIGGERS, trigger, "triggers in SQL", "Do its work in the program.");
        requireOwn(trigger, trigger.definition());
        return List.of(trigger.definition().text());
    }

    public List<String> dropTrigger(Trigger trigger) {
        require(Feature.TRIGGERS, trigger, "triggers in SQL", "There can be none to drop.");
        return List.of("drop trigger " + name(trigger));
    }

    // comments

    private List<String> withComment(String statement, SchemaObject object, @Nullable String comment) {
        return comment == null || !dialect.capabilities().has(Feature.COMMENTS)
                ? List.of(statement)
                : List.of(statement, comment(object, comment));
    }

    private List<String> comment(View view, String comment, Feature feature) {
        return dialect.capabilities().has(feature) ? List.of(comment(view, comment)) : List.of();
    }

    private String comment(SchemaObject object, @Nullable String comment) {
        return "comment on " + named(object) + " is " + constraints.text(comment);
    }

    /** As {@code comment on} and {@code drop} have to name it. */
    protected String named(SchemaObject object) {
        return switch (object.kind()) {
            case ENUM_TYPE -> "type " + name(object);
            case VIEW -> kind((View) object) + " " + name(object);
            case ROUTINE -> {
                Routine routine = (Routine) object;
                yield routine.type().sql() + " " + name(object)
                        + (dialect.capabilities().has(Feature.OVERLOADED_ROUTINES)
                                ? "(" + routine.signature() + ")"
                                : "");
            }
            default -> object.kind().words() + " " + name(object);
        };
    }

    // pieces

    private void require(Feature feature, SchemaObject object, String what, String alternative) {
        unless(dialect, feature, what + " (" + object.describe() + ")", alternative);
        requireKept(object);
    }

    /** Its name would be cut in silence, and could be found by the cut one only. */
    private void requireKept(SchemaObject object) {
        columns.requireKept(object.kind().words(), object.name().name());
    }

    /** What is written in the words of another database is not tried on this one. */
    private void requireOwn(SchemaObject object, Definition definition) {
        if (!definition.isFor(dialect.name())) {
            throw new UnsupportedFeatureException(
                    "way to read " + object.describe() + ", which is written for " + definition.dialect(),
                    dialect.name(),
                    "Write it for " + dialect.name() + ", too.");
        }
    }

    protected final String name(SchemaObject object) {
        return constraints.name(object.name());
    }

    protected final String name(TableName name) {
        return constraints.name(name);
    }

    /** An expression of {@link ValueType} text, quoted. */
    protected final String text(@Nullable String text) {
        return constraints.text(text);
    }
}
