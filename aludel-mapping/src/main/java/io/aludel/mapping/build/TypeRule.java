// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.type.NamedEnum;
import io.aludel.core.type.SqlType;
import io.aludel.mapping.convert.BasicTypes;
import io.aludel.mapping.model.ConverterModel;
import io.aludel.mapping.model.Storage;
import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceAnnotation;
import io.aludel.mapping.source.SourceClass;
import io.aludel.mapping.source.SourceField;
import io.aludel.mapping.source.SourceType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a field's type is stored, and in which type of column. */
final class TypeRule {
    static final Set<String> PRIMITIVES = Set.of("boolean", "byte", "short", "char", "int", "long", "float", "double");
    static final Set<String> INTEGERS =
            Set.of("short", "int", "long", "java.lang.Short", "java.lang.Integer", "java.lang.Long");

    /** What Jakarta says where {@code @Column} says nothing. */
    private static final int DEFAULT_LENGTH = 255;

    /** The longest {@code varchar} that every database of ours has (MariaDB's row of 65,535 bytes, four a character). */
    private static final int LONGEST_VARCHAR = 16_383;

    private static final int DIGITS = 38;
    private static final int MICROSECONDS = 6;
    private static final Set<String> COLLECTIONS =
            Set.of("java.util.List", "java.util.Set", "java.util.Collection", "java.util.Map", "java.util.SortedSet");

    private final EntityDraft draft;
    private final SourceField field;
    private final String javaType;
    private final Optional<SourceAnnotation> column;
    private @Nullable ConverterModel converter;

    TypeRule(EntityDraft draft, SourceField field) {
        this.draft = draft;
        this.field = field;
        this.javaType = field.type().name();
        this.column = field.annotation(Jakarta.COLUMN);
    }

    /** The converter that the field names; null where it names none. */
    @Nullable
    ConverterModel converter() {
        return converter;
    }

    /** The type, but in their own words on the databases that the field or its converter names. */
    SqlType byDatabase(SqlType type) {
        SqlType result = type;
        Stream<SourceAnnotation> ofConverter = converter == null
                ? Stream.empty()
                : columnTypes(draft.rules.classes().find(converter.className()).orElseThrow()::annotation);
        for (SourceAnnotation own :
                Stream.concat(ofConverter, columnTypes(field::annotation)).toList()) {
            result = result.on(own.text("on"), own.text("type"));
        }
        return result;
    }

    private static Stream<SourceAnnotation> columnTypes(Function<String, Optional<SourceAnnotation>> annotation) {
        return Stream.concat(
                annotation.apply(Jakarta.COLUMN_TYPE).stream(),
                annotation.apply(Jakarta.COLUMN_TYPES).stream().flatMap(many -> many.annotations("value").stream()));
    }

    /** How the values are stored; null, and reported, if they cannot be. */
    @Nullable
    Storage storage() {
        Optional<SourceAnnotation> convert =
                field.annotation(Jakarta.CONVERT).filter(annotation -> !annotation.flag("disableConversion"));
        if (convert.isPresent()) {
            converter = new ConverterRule(draft, field).read(convert.get());
            return converter == null ? null : Storage.CONVERTER;
        }
        if (field.annotation(Jakarta.EMBEDDED).isPresent()
                || field.annotation(Jakarta.EMBEDDED_ID).isPresent()
                || field.annotation(Jakarta.MANY_TO_MANY).isPresent()
                || field.annotation(Jakarta.ELEMENT_COLLECTION).isPresent()) {
            return null; // reported by NotYet
        }
        if (listed().isPresent()) {
            return Storage.LIST;
        }
        Optional<Storage> known = field.type().isVariable() ? Optional.empty() : BasicTypes.storage(javaType);
        Optional<SourceClass> found =
                known.isPresent() ? Optional.empty() : draft.rules.classes().find(javaType);
        boolean isEnum = found.isPresent() && found.get().kind() == SourceClass.Kind.ENUM;
        if (field.annotation(Jakarta.ENUMERATED).isPresent() && !isEnum) {
            draft.error(
                    MappingCode.CONTRADICTION,
                    field.name(),
                    "@Enumerated is for enums, and " + field.type() + " is none; remove it.");
        }
        if (known.isPresent()) {
            return known.get();
        }
        if (isEnum) {
            return enumStorage(found.get());
        }
        unmapped(found.orElse(null));
        return null;
    }

    /** What the field is a list of, if that has a column. */
    private Optional<String> listed() {
        List<SourceType> arguments = field.type().arguments();
        return javaType.equals("java.util.List")
                        && arguments.size() == 1
                        && !arguments.get(0).isVariable()
                        && !arguments.get(0).name().endsWith("[]")
                        && BasicTypes.storage(arguments.get(0).name()).isPresent()
                ? Optional.of(arguments.get(0).name())
                : Optional.empty();
    }

    private Storage enumStorage(SourceClass type) {
        Optional<SourceAnnotation> enumerated = field.annotation(Jakarta.ENUMERATED);
        if (enumValue(type).isPresent() && enumerated.isEmpty()) {
            return Storage.ENUM_VALUE;
        }
        boolean byName = enumerated
                .map(annotation -> annotation.constant("value").equals("STRING"))
                .orElse(false);
        return byName ? Storage.ENUM_NAME : Storage.ENUM_ORDINAL;
    }

    private static Optional<SourceField> enumValue(SourceClass type) {
        return type.fields().stream()
                .filter(candidate ->
                        candidate.annotation(Jakarta.ENUMERATED_VALUE).isPresent())
                .findFirst();
    }

    private void unmapped(@Nullable SourceClass found) {
        String type = field.type().toString();
        if (field.type().isVariable()) {
            draft.error(
                    MappingCode.UNMAPPED_TYPE,
                    field.name(),
                    "Its type is the type variable " + type
                            + "; extend the class with a type for it, or declare the attribute in the entity.");
        } else if (found != null && found.annotation(Jakarta.ENTITY).isPresent()) {
            draft.error(
                    MappingCode.UNMAPPED_TYPE,
                    field.name(),
                    "Its type " + found.simpleName() + " is an entity; annotate it with @ManyToOne or @OneToOne.");
        } else if (found != null && found.annotation(Jakarta.EMBEDDABLE).isPresent()) {
            draft.error(
                    MappingCode.NOT_YET,
                    field.name(),
                    "Its type " + found.simpleName()
                            + " is an @Embeddable, which is not supported yet; declare its attributes in the entity itself.");
        } else if (COLLECTIONS.contains(javaType)) {
            draft.error(
                    MappingCode.UNMAPPED_TYPE,
                    field.name(),
                    "A " + type + " has no column; annotate it with @OneToMany(mappedBy = …), or mark it @Transient.");
        } else {
            String alternative = BasicTypes.alternative(javaType);
            draft.error(
                    MappingCode.UNMAPPED_TYPE,
                    field.name(),
                    "Its type " + type + " is not mapped; "
                            + (alternative == null ? "use one that is, or mark it @Transient" : alternative)
                            + ". Mapped are "
                            + BasicTypes.known() + ".");
        }
    }

    /** The column's type, from the Java type and {@code @Column}; null, and reported, if they do not go together. */
    @Nullable
    SqlType columnType(Storage storage) {
        boolean large = field.annotation(Jakarta.LOB).isPresent();
        String stored = converter == null ? javaType : converter.storedType();
        if (large && !List.of("java.lang.String", "byte[]").contains(stored)) {
            draft.error(
                    MappingCode.CONTRADICTION,
                    field.name(),
                    "@Lob is for String and byte[], not for " + javaType + "; remove it.");
        }
        seconds();
        return switch (storage) {
            case ENUM_NAME -> ownType().isPresent() ? enumType(ownType().get(), storage) : enumName();
            case ENUM_ORDINAL -> {
                ownType()
                        .ifPresent(said -> draft.error(
                                MappingCode.CONTRADICTION,
                                field.name(),
                                "It is kept by place, a number, but @DatabaseEnum(name = \"" + said.text("name")
                                        + "\") is a type of texts; add @Enumerated(EnumType.STRING)."));
                yield SqlType.smallint();
            }
            case ENUM_VALUE -> ownType().isPresent() ? enumType(ownType().get(), storage) : enumValueType();
            case LIST -> {
                SqlType element = columnType(listed().orElseThrow(), false);
                yield element == null ? null : SqlType.array(element);
            }
            case BASIC, CONVERTED, CONVERTER -> columnType(stored, large);
        };
    }

    private @Nullable SqlType columnType(String type, boolean large) {
        return switch (type) {
            case "java.lang.String" -> large ? SqlType.text() : text();
            case "java.math.BigDecimal" -> decimal();
            case "java.math.BigInteger" -> decimal(0, 0);
            default -> BasicTypes.stored(type).orElseThrow().sqlType();
        };
    }

    private @Nullable SqlType text() {
        int length = number("length", DEFAULT_LENGTH);
        if (length < 1) {
            draft.error(
                    MappingCode.LENGTH_OR_PRECISION,
                    field.name(),
                    "@Column(length = " + length + "): a length is at least 1.");
            return null;
        }
        return length > LONGEST_VARCHAR ? SqlType.text() : SqlType.varchar(length);
    }

    private @Nullable SqlType decimal() {
        int precision = number("precision", 0);
        int scale = number("scale", 0);
        if (precision == 0 && scale == 0) {
            draft.warning(
                    MappingCode.DECIMAL_WITHOUT_PRECISION,
                    field.name(),
                    "Nothing says how many digits it has, so it gets 38, 2 of them after the point; say @Column(precision = …,"
                            + " scale = …).");
            return SqlType.decimal(DIGITS, 2);
        }
        return decimal(precision, scale);
    }

    private @Nullable SqlType decimal(int ofPrecision, int scale) {
        int precision = ofPrecision == 0 ? number("precision", 0) : ofPrecision;
        int digits = precision == 0 ? DIGITS : precision;
        if (digits < 1 || scale < 0 || scale > digits) {
            draft.error(
                    MappingCode.LENGTH_OR_PRECISION,
                    field.name(),
                    "@Column(precision = " + precision + ", scale = " + scale
                            + "): the scale is part of the precision, so it lies between 0 and " + Math.max(digits, 0)
                            + ".");
            return null;
        }
        return SqlType.decimal(digits, scale);
    }

    /** What says that the database has a type of its own for the enum. */
    private Optional<SourceAnnotation> ownType() {
        return field.annotation(Jakarta.DATABASE_ENUM)
                .or(() -> draft.rules.classes().find(javaType).flatMap(type -> type.annotation(Jakarta.DATABASE_ENUM)));
    }

    private @Nullable SqlType enumType(SourceAnnotation said, Storage storage) {
        List<String> constants =
                draft.rules.classes().find(javaType).orElseThrow().enumConstants();
        List<String> labels =
                said.texts("labels").isEmpty() && storage == Storage.ENUM_NAME ? constants : said.texts("labels");
        if (labels.isEmpty() || storage == Storage.ENUM_NAME && !labels.containsAll(constants)) {
            draft.error(
                    MappingCode.ENUM_VALUE,
                    field.name(),
                    "@DatabaseEnum(labels) says " + labels + ", but the constants are " + constants
                            + "; name the value of each.");
            return null;
        }
        return new NamedEnum(
                said.text("schema").isEmpty() ? null : said.text("schema"),
                Jakarta.plainName(said.text("name")),
                labels);
    }

    private @Nullable SqlType enumName() {
        List<String> constants =
                draft.rules.classes().find(javaType).orElseThrow().enumConstants();
        int longest = constants.stream().mapToInt(String::length).max().orElse(1);
        int length = number("length", DEFAULT_LENGTH);
        if (length < longest) {
            draft.error(
                    MappingCode.LENGTH_OR_PRECISION,
                    field.name(),
                    "@Column(length = " + length + ") is too short for " + javaType + ", whose longest constant has "
                            + longest + " characters; make it longer, or leave it out.");
            return null;
        }
        return SqlType.varchar(length == DEFAULT_LENGTH ? longest : length);
    }

    private @Nullable SqlType enumValueType() {
        SourceClass type = draft.rules.classes().find(javaType).orElseThrow();
        SourceField value = enumValue(type).orElseThrow();
        return switch (value.type().name()) {
            case "java.lang.String" -> text();
            case "byte", "short" -> SqlType.smallint();
            case "int" -> SqlType.integer();
            default -> {
                draft.error(
                        MappingCode.ENUM_VALUE,
                        field.name(),
                        "@EnumeratedValue is on " + type.simpleName() + "." + value.name() + ", a " + value.type()
                                + "; it can be a String, int, short or byte.");
                yield null;
            }
        };
    }

    private void seconds() {
        int digits = number("secondPrecision", -1);
        if (digits != -1 && digits != MICROSECONDS) {
            draft.error(
                    MappingCode.NOT_YET,
                    field.name(),
                    "@Column(secondPrecision = " + digits
                            + ") is not supported yet; times are kept to the microsecond (6). Leave it out, and truncate in Java.");
        }
    }

    private int number(String element, int otherwise) {
        return column.map(annotation -> annotation.number(element)).orElse(otherwise);
    }
}
