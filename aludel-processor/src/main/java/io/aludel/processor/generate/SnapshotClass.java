// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.generate;

import io.aludel.processor.entity.MappedEntity;
import io.aludel.processor.entity.MappedField;
import io.aludel.processor.source.SourceFile;
import io.aludel.processor.source.TypeText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.type.TypeKind;

/**
 * Writes a companion's snapshots: a class with a typed field per attribute, so that nothing is boxed, and the comparisons with it.
 */
final class SnapshotClass {
    private final MappedEntity entity;
    private final SourceFile file;
    private final TypeText types;
    private final FieldHandles handles;
    private final String type;

    SnapshotClass(MappedEntity entity, SourceFile file, TypeText types, FieldHandles handles, String type) {
        this.entity = entity;
        this.file = file;
        this.types = types;
        this.handles = handles;
        this.type = type;
    }

    void writeMethods() {
        method("Object snapshot(" + type + " entity)")
                .line("return new Snapshot(entity);")
                .line("}");
        isChanged();
        changes();
        snapshotValue();
    }

    private void isChanged() {
        method("boolean isChanged(" + type + " entity, Object snapshot)")
                .line("Snapshot before = (Snapshot) snapshot;");
        List<MappedField> attributes = entity.attributes();
        for (int i = 0; i < attributes.size(); i++) {
            String end = i == attributes.size() - 1 ? ";" : "";
            if (i == 0) file.line("return " + differs(attributes.get(i)) + end);
            else file.continued("|| " + differs(attributes.get(i)) + end);
        }
        file.line("}");
    }

    private void changes() {
        String set = file.name(BitSet.class);
        method(set + " changes(" + type + " entity, Object snapshot)")
                .line("Snapshot before = (Snapshot) snapshot;")
                .line(set + " changes = new " + set + "(" + entity.attributes().size() + ");");
        for (int i = 0; i < entity.attributes().size(); i++) {
            file.line("if (" + differs(entity.attributes().get(i)) + ") changes.set(" + i + ");");
        }
        file.line("return changes;").line("}");
    }

    private void snapshotValue() {
        method("Object snapshotValue(Object snapshot, int attribute)")
                .line("Snapshot before = (Snapshot) snapshot;")
                .line("return switch (attribute) {");
        for (int i = 0; i < entity.attributes().size(); i++) {
            file.line("case " + i + " -> before." + entity.attributes().get(i).name() + ";");
        }
        file.line("default -> throw new IndexOutOfBoundsException(\""
                        + entity.model().entityName() + " has no attribute \" + attribute);")
                .line("};")
                .line("}");
    }

    void writeClass() {
        writeDecimalComparison();
        writeCopies();
        file.line("").line("private static final class Snapshot {");
        for (MappedField attribute : entity.attributes()) {
            file.line("final " + handles.declared(attribute) + " " + attribute.name() + ";");
        }
        file.line("").line("Snapshot(" + type + " entity) {");
        for (MappedField attribute : entity.attributes()) {
            String value = handles.get(attribute);
            file.line(
                    "this." + attribute.name() + " = " + (isMutable(attribute) ? "copy(" + value + ")" : value) + ";");
        }
        file.line("}").line("}");
    }

    private String differs(MappedField attribute) {
        String now = handles.get(attribute);
        String before = "before." + attribute.name();
        return switch (attribute.declared().getKind()) {
            case BOOLEAN, BYTE, SHORT, CHAR, INT, LONG -> now + " != " + before;
            case FLOAT -> "Float.compare(" + now + ", " + before + ") != 0";
            case DOUBLE -> "Double.compare(" + now + ", " + before + ") != 0";
            case ARRAY -> "!" + file.name(Arrays.class) + ".equals(" + now + ", " + before + ")";
            default ->
                isDecimal(attribute)
                        ? "differ(" + now + ", " + before + ")"
                        : "!" + file.name(Objects.class) + ".equals(" + now + ", " + before + ")";
        };
    }

    /** {@code 1.0} and {@code 1.00} are equal here: databases give back the scale of the column. */
    private void writeDecimalComparison() {
        if (entity.attributes().stream().noneMatch(SnapshotClass::isDecimal)) return;
        String decimal = file.name(BigDecimal.class);
        file.line("")
                .line("private static boolean differ(" + decimal + " now, " + decimal + " before) {")
                .line("return now == null || before == null ? now != before : now.compareTo(before) != 0;")
                .line("}");
    }

    private void writeCopies() {
        Set<String> copied = new TreeSet<>();
        entity.attributes().stream()
                .filter(SnapshotClass::isMutable)
                .forEach(attribute -> copied.add(types.of(attribute.declared())));
        for (String mutable : copied) {
            file.line("")
                    .line("private static " + mutable + " copy(" + mutable + " value) {")
                    .line("return value == null ? null : "
                            + (mutable.endsWith("[]")
                                    ? "value.clone();"
                                    : "new " + file.name(ArrayList.class) + "(value);"))
                    .line("}");
        }
    }

    private static boolean isDecimal(MappedField attribute) {
        return attribute.declaredName().equals("java.math.BigDecimal");
    }

    private static boolean isMutable(MappedField attribute) {
        return attribute.declared().getKind() == TypeKind.ARRAY
                || attribute.declaredName().equals("java.util.List");
    }

    private SourceFile method(String signature) {
        return file.line("").line("@Override").line("public " + signature + " {");
    }
}
