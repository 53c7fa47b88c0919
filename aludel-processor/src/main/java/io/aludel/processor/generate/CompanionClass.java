// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.generate;

import io.aludel.core.type.RowReader;
import io.aludel.mapping.access.Companions;
import io.aludel.mapping.access.EntityAccess;
import io.aludel.mapping.access.Generated;
import io.aludel.mapping.access.ReferenceLoader;
import io.aludel.processor.entity.MappedEntity;
import io.aludel.processor.entity.MappedField;
import io.aludel.processor.source.SourceFile;
import io.aludel.processor.source.TypeText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Writes an entity's companion, {@code Student__Aludel}: the {@link EntityAccess} that reaches private fields through constants, which
 * the virtual machine turns into direct access.
 */
public final class CompanionClass {
    private final Generation generation;
    private final MappedEntity entity;
    private final SourceFile file;
    private final FieldHandles handles;
    private final Instantiation instantiation;
    private final SnapshotClass snapshot;
    private final String name;
    private final String type;

    public CompanionClass(Generation generation, MappedEntity entity) {
        this.generation = generation;
        this.entity = entity;
        this.file = generation.fileBeside(entity.type());
        TypeText types = new TypeText(file);
        this.name = generation.names().companion(entity.type());
        this.type = types.of(entity.type());
        this.handles = new FieldHandles(generation, entity, file, types);
        this.instantiation = new Instantiation(entity, file, type);
        this.snapshot = new SnapshotClass(entity, file, types, handles, type);
    }

    /**
     * @param hasLazyReference whether a lazy reference of the entity is written too
     */
    public GeneratedClass write(boolean hasLazyReference) {
        head();
        members();
        instantiation.writeMethod();
        get();
        set();
        read();
        snapshot.writeMethods();
        newReference(hasLazyReference);
        handles.writeFinders();
        instantiation.writeFinder();
        snapshot.writeClass();
        file.line("}");
        return GeneratedClass.of(generation.packageOf(entity.type()), name, file.text());
    }

    private void head() {
        file.line("/** Reads, writes and compares the fields of {@link " + type + "}. */")
                .line("@" + file.name(Generated.class))
                .line(Generation.NO_WARNINGS)
                .line("final class " + name + " implements " + file.name(EntityAccess.class) + "<" + type + "> {");
        handles.writeConstants();
        instantiation.writeConstant();
        file.line("")
                .line("static {")
                .line(file.name(Companions.class) + ".register(" + type + ".class, new " + name + "());")
                .line("}")
                .line("")
                .line("private " + name + "() {}");
    }

    private void members() {
        String names = entity.members().stream()
                .map(member -> "\"" + member.name() + "\"")
                .collect(Collectors.joining(", "));
        method("Class<" + type + "> entityClass()")
                .line("return " + type + ".class;")
                .line("}");
        method("String[] members()")
                .line("return new String[] {" + names + "};")
                .line("}");
    }

    private void get() {
        method("Object get(" + type + " entity, int member)").line("return switch (member) {");
        List<MappedField> members = entity.members();
        for (int i = 0; i < members.size(); i++) {
            file.line("case " + i + " -> " + handles.get(members.get(i)) + ";");
        }
        file.line(noSuchMember()).line("};").line("}");
    }

    private void set() {
        method("void set(" + type + " entity, int member, Object value)").line("switch (member) {");
        List<MappedField> members = entity.members();
        for (int i = 0; i < members.size(); i++) {
            file.line("case " + i + " -> " + handles.set(members.get(i), given(members.get(i))) + ";");
        }
        file.line(noSuchMember()).line("}").line("}");
    }

    private String noSuchMember() {
        return "default -> throw new IndexOutOfBoundsException(\""
                + entity.model().entityName() + " has no member \" + member);";
    }

    private void read() {
        method("void read(" + type + " entity, " + file.name(RowReader.class) + " row, int firstColumn)");
        List<MappedField> attributes = entity.attributes();
        for (int i = 0; i < attributes.size(); i++) {
            String column = i == 0 ? "firstColumn" : "firstColumn + " + i;
            file.line(handles.set(attributes.get(i), column(attributes.get(i), column)) + ";");
        }
        file.line("}");
    }

    private String column(MappedField attribute, String column) {
        return switch (attribute.declared().getKind()) {
            case BOOLEAN -> "row.getBoolean(" + column + ")";
            case SHORT -> "row.getShort(" + column + ")";
            case INT -> "row.getInt(" + column + ")";
            case LONG -> "row.getLong(" + column + ")";
            case FLOAT -> "row.getFloat(" + column + ")";
            case DOUBLE -> "row.getDouble(" + column + ")";
            case BYTE, CHAR -> cast(attribute, notNull(attribute, "row.get(" + column + ")"));
            default -> cast(attribute, "row.get(" + column + ")");
        };
    }

    private String given(MappedField member) {
        return cast(member, member.isPrimitive() ? notNull(member, "value") : "value");
    }

    private String notNull(MappedField member, String value) {
        return file.name(Objects.class) + ".requireNonNull(" + value + ", \""
                + entity.model().entityName() + "." + member.name() + " is a primitive and cannot be null\")";
    }

    private String cast(MappedField member, String value) {
        String declared = handles.declared(member);
        return declared.equals("Object") ? value : "(" + declared + ") " + value;
    }

    private void newReference(boolean hasLazyReference) {
        method(type + " newReference(" + file.name(ReferenceLoader.class) + " loader)");
        if (hasLazyReference) {
            String reference = generation.names().lazyReference(entity.type());
            file.line(reference + " reference = new " + reference + "();")
                    .line("reference.aludelLoader(loader);")
                    .line("return reference;");
        } else {
            file.line("return null;");
        }
        file.line("}");
    }

    private SourceFile method(String signature) {
        return file.line("").line("@Override").line("public " + signature + " {");
    }
}
