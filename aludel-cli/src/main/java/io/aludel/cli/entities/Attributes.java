// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import static io.aludel.cli.entities.Persistence.jakarta;
import static io.aludel.cli.entities.Persistence.ours;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.type.StandardType;
import io.aludel.mapping.naming.NamingStrategy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Columns that hold values of their own. */
final class Attributes {
    private static final Numbering USUAL = Numbering.STANDARD;

    private final Schema schema;
    private final ColumnPlan.Reader types;
    private final UniqueColumns unique;
    private final List<LeftOut> leftOut;
    private final Set<Sequence> used = new HashSet<>();

    Attributes(Schema schema, Dialect dialect, Enums enums, UniqueColumns unique, List<LeftOut> leftOut) {
        this.schema = schema;
        this.types = new ColumnPlan.Reader(schema, dialect, enums);
        this.unique = unique;
        this.leftOut = leftOut;
    }

    /** The sequences from which identifiers are taken. */
    Set<Sequence> used() {
        return used;
    }

    ColumnPlan type(EntityPlan entity, Column column) {
        return types.plan(column, column.name().equals(entity.id()));
    }

    Member attribute(EntityPlan entity, Column column) {
        boolean id = column.name().equals(entity.id());
        ColumnPlan type = type(entity, column);
        if (type.guessed()) {
            leftOut.add(LeftOut.part(
                    entity.name(),
                    "the values of column \"" + column.name() + "\"",
                    (column.type().toString().isEmpty()
                                    ? "It has no type"
                                    : "Its type is " + column.type() + ", which no class is known for")
                            + "; the attribute is a text, which the database may" + " not take. Give it an @Convert."));
        }
        boolean primitive = isPrimitive(type, column, id);
        List<Annotation> annotations = new ArrayList<>();
        boolean generated = column.generation() instanceof Generation.Identity;
        if (id) {
            annotations.add(jakarta("Id"));
            generated |= identifier(annotations, entity, column, type);
        }
        if (column.generation() instanceof Generation.Identity identity) {
            identity(annotations, identity, id);
        }
        if (column.generation() instanceof Generation.Computed computed) {
            Annotation annotation = ours("Computed").withText("value", SqlWords.expression(computed.expression()));
            annotations.add(computed.stored() ? annotation : annotation.withCode("stored", false));
            generated = true;
        }
        if (column.defaultValue() instanceof Default.Of of) {
            annotations.add(ours("DefaultValue").withText("value", SqlWords.expression(of.expression())));
        }
        annotations.addAll(type.more());
        Annotation said = column(entity, column, type, primitive || id);
        if (!said.isEmpty()) {
            annotations.add(said);
        }
        String javaName = primitive && type.type() != null && type.type().primitive() != null
                ? type.type().primitive()
                : type.javaName();
        return new Member(entity.attribute(column.name()), javaName, annotations, false, generated);
    }

    private static boolean isPrimitive(ColumnPlan type, Column column, boolean id) {
        return !id && !column.nullable() && type.type() != null && type.type().primitive() != null;
    }

    private Annotation column(EntityPlan entity, Column column, ColumnPlan type, boolean neverNull) {
        Annotation said = jakarta("Column");
        String attribute = entity.attribute(column.name());
        if (!NamingStrategy.SNAKE_CASE.column(attribute).equals(column.name())) {
            said = said.withText("name", SqlWords.element(column.name()));
        }
        if (!column.nullable() && !neverNull) {
            said = said.withCode("nullable", false);
        }
        if (unique.isImplied(entity.table(), column.name())) {
            said = said.withCode("unique", true);
        }
        for (Annotation.Element element : type.elements()) {
            said = said.with(element.name(), element.value());
        }
        if (column.collation() != null) {
            said = said.withText("options", "collate " + SqlWords.name(column.collation()));
        }
        return column.comment() == null ? said : said.withText("comment", column.comment());
    }

    /** How the identifier comes about; whether it is not the program that gives it. */
    private boolean identifier(List<Annotation> annotations, EntityPlan entity, Column column, ColumnPlan type) {
        if (type.type() == null || !type.type().isInteger()) {
            return false;
        }
        if (column.generation() instanceof Generation.Identity) {
            annotations.add(
                    jakarta("GeneratedValue").withConstant("strategy", Persistence.GENERATION_TYPE, "IDENTITY"));
            return true;
        }
        Optional<Sequence> sequence = sequence(entity, column);
        sequence.ifPresent(from -> {
            String name = from.name().name();
            annotations.add(jakarta("GeneratedValue")
                    .withConstant("strategy", Persistence.GENERATION_TYPE, "SEQUENCE")
                    .withText("generator", name));
            annotations.add(generator(from));
            used.add(from);
        });
        return sequence.isPresent();
    }

    private static Annotation generator(Sequence sequence) {
        Annotation generator = jakarta("SequenceGenerator")
                .withText("name", sequence.name().name())
                .withText("sequenceName", SqlWords.element(sequence.name().name()));
        if (sequence.name().schema() != null) {
            generator = generator.withText(
                    "schema", SqlWords.element(sequence.name().schema()));
        }
        if (sequence.start() != 1) {
            generator = generator.withCode("initialValue", sequence.start());
        }
        generator = generator.withCode("allocationSize", sequence.increment());
        String type = sequence.type() instanceof StandardType standard ? "as " + standard + " " : "";
        String options = (type + SqlWords.options(sequence.numbering())).strip();
        return options.isEmpty() ? generator : generator.withText("options", options);
    }

    /** The sequence that the column's default takes a number from, as PostgreSQL's {@code serial} does. */
    private Optional<Sequence> sequence(EntityPlan entity, Column column) {
        if (!(column.defaultValue() instanceof Default.Of of)) {
            return Optional.empty();
        }
        String text = SqlWords.expression(of.expression());
        return schema.sequences().stream()
                .filter(sequence -> isIn(text, sequence.name().name()))
                .filter(sequence -> sequence.increment() > 0
                        && sequence.increment() <= Integer.MAX_VALUE
                        && Math.abs(sequence.start()) <= Integer.MAX_VALUE)
                .filter(sequence -> sequence.name().schema() == null
                        || sequence.name().schema().equals(entity.name().schema())
                        || isIn(text, sequence.name().schema()))
                .findFirst();
    }

    private static boolean isIn(String text, String name) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])")
                .matcher(text)
                .find();
    }

    private static void identity(List<Annotation> annotations, Generation.Identity identity, boolean id) {
        Annotation said = ours("Identity");
        if (identity.always()) {
            said = said.withCode("always", true);
        }
        List<String> words = new ArrayList<>();
        if (identity.start() != USUAL.start()) {
            words.add("start with " + identity.start());
        }
        if (identity.increment() != USUAL.increment()) {
            words.add("increment by " + identity.increment());
        }
        words.add(SqlWords.options(identity.numbering()));
        String options = String.join(" ", words).strip();
        if (!options.isEmpty()) {
            said = said.withText("options", options);
        }
        if (!id || !said.isEmpty()) {
            annotations.add(said);
        }
    }
}
