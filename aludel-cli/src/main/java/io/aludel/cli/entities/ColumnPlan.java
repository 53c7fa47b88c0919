// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import io.aludel.cli.entities.Annotation.Element;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.Schema;
import io.aludel.core.type.ArrayType;
import io.aludel.core.type.NativeType;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds the values of a column, and what must be said so that the mapping gives it this column again.
 *
 * @param type null for a list or an enum
 * @param javaName the type in the source, with its package
 * @param elements of {@code @Column}
 * @param more annotations besides
 * @param guessed the type says nothing of its values, so that they are kept as text
 */
record ColumnPlan(
        @Nullable JavaType type, String javaName, List<Element> elements, List<Annotation> more, boolean guessed) {
    private static final String COLUMN_TYPE = "io.aludel.mapping.annotation.ColumnType";
    private static final String LIST = "java.util.List";
    private static final int DEFAULT_LENGTH = 255;

    /** The longest text that the mapping makes a {@code varchar} by itself. */
    private static final int LONGEST_VARCHAR = 16_383;

    boolean isList() {
        return javaName.startsWith(LIST + "<");
    }

    /** Reads types of one database. */
    record Reader(Schema schema, Dialect dialect, Enums enums) {
        ColumnPlan plan(Column column, boolean id) {
            SqlType type = column.type();
            if (type instanceof StandardType standard) {
                return standard(standard, id);
            }
            if (type instanceof ArrayType array && array.element() instanceof StandardType element) {
                return array(array, element);
            }
            String declaration = dialect.types().declaration(type);
            return enums.find(declaration).map(Reader::of).orElseGet(() -> own(declaration, id));
        }

        private static ColumnPlan of(EnumPlan type) {
            List<Annotation> more = new ArrayList<>();
            if (!type.hasValues()) {
                more.add(Annotation.of("jakarta.persistence.Enumerated")
                        .withConstant("value", "jakarta.persistence.EnumType", "STRING"));
            }
            return new ColumnPlan(null, type.className(), List.of(), more, false);
        }

        private ColumnPlan standard(StandardType standard, boolean id) {
            JavaType type = JavaType.of(standard);
            if (id && standard.kind() == TypeKind.DECIMAL && standard.scale() == 0) {
                type = JavaType.BIG_INTEGER; // 1 and 1.0 are not equal as BigDecimal
            }
            List<Element> elements = new ArrayList<>();
            switch (standard.kind()) {
                case CHAR -> definition(elements, "char(" + standard.length() + ")");
                case TEXT -> definition(elements, "text");
                case VARCHAR -> {
                    if (!standard.hasLength()) {
                        definition(elements, "text");
                        return new ColumnPlan(type, type.name(), elements, List.of(own(standard)), false);
                    }
                    if (standard.length() > LONGEST_VARCHAR) {
                        definition(elements, "varchar(" + standard.length() + ")");
                    } else if (standard.length() != DEFAULT_LENGTH) {
                        number(elements, "length", standard.length());
                    }
                }
                case DECIMAL -> decimal(elements, standard, type);
                default -> {}
            }
            return new ColumnPlan(type, type.name(), elements, List.of(), false);
        }

        private static void decimal(List<Element> elements, StandardType type, JavaType as) {
            if (!type.hasLength()) {
                definition(elements, "numeric");
                return;
            }
            number(elements, "precision", type.length());
            if (type.scale() > 0 && as.equals(JavaType.DECIMAL)) {
                number(elements, "scale", type.scale());
            }
        }

        private ColumnPlan array(ArrayType array, StandardType element) {
            ColumnPlan of = standard(element, false);
            if (of.type() == JavaType.BYTES) {
                return own(dialect.types().declaration(array), false);
            }
            if (!of.more().isEmpty()) {
                return own(dialect.types().declaration(array), false);
            }
            List<Element> elements = new ArrayList<>();
            boolean asMapped =
                    of.elements().stream().noneMatch(said -> said.name().equals("columnDefinition"));
            if (asMapped) {
                elements.addAll(of.elements());
            } else {
                definition(elements, (element.hasLength() ? element : word(element)) + " array");
            }
            return new ColumnPlan(null, LIST + "<" + of.javaName() + ">", elements, List.of(), false);
        }

        private static String word(StandardType type) {
            return type.kind() == TypeKind.DECIMAL ? "numeric" : "text";
        }

        private ColumnPlan own(String declaration, boolean id) {
            JavaType known = domain(declaration);
            JavaType type =
                    known == null ? OwnTypes.of(TypeName.of(declaration, schema).name()) : known;
            JavaType as = type == null ? JavaType.TEXT : type;
            List<Element> elements = new ArrayList<>();
            if (as.isText() && !id) {
                definition(elements, "text");
            } else if (as.equals(JavaType.DECIMAL)) {
                definition(elements, "numeric");
            } else if (as.equals(JavaType.BIG_INTEGER)) {
                number(elements, "precision", 20);
            }
            return new ColumnPlan(as, as.name(), elements, List.of(own(declared(declaration))), type == null);
        }

        /** The type beneath a domain. */
        private @Nullable JavaType domain(String declaration) {
            return schema.domain(TypeName.of(declaration, schema))
                    .map(Domain::type)
                    .map(type -> type instanceof StandardType standard
                            ? JavaType.of(standard)
                            : OwnTypes.of(dialect.types().declaration(type)))
                    .orElse(null);
        }

        private SqlType declared(String declaration) {
            return new NativeType(dialect.name(), declaration);
        }

        private Annotation own(SqlType type) {
            return Annotation.of(COLUMN_TYPE)
                    .withText("on", dialect.name())
                    .withText("type", dialect.types().declaration(type));
        }

        private static void definition(List<Element> elements, String words) {
            elements.addAll(
                    Annotation.of("").withText("columnDefinition", words).elements());
        }

        private static void number(List<Element> elements, String name, int number) {
            elements.addAll(Annotation.of("").withCode(name, number).elements());
        }
    }
}
