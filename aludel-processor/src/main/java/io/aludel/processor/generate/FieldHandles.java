// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.generate;

import io.aludel.processor.entity.MappedEntity;
import io.aludel.processor.entity.MappedField;
import io.aludel.processor.source.SourceFile;
import io.aludel.processor.source.TypeText;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.type.TypeMirror;

/**
 * A companion's constants of type {@link VarHandle}, one per field. They are exact: a call whose types are not the field's own fails at once,
 * where otherwise it would be slow in silence. So receiver and value are always cast to what the field declares.
 */
final class FieldHandles {
    private final Generation generation;
    private final MappedEntity entity;
    private final SourceFile file;
    private final TypeText types;
    private final Map<MappedField, String> constants = new LinkedHashMap<>();

    FieldHandles(Generation generation, MappedEntity entity, SourceFile file, TypeText types) {
        this.generation = generation;
        this.entity = entity;
        this.file = file;
        this.types = types;
        Set<String> taken = new HashSet<>(Set.of(Instantiation.CONSTANT));
        for (MappedField member : entity.members()) {
            String constant = upperCase(member.name());
            while (!taken.add(constant)) constant += "_";
            constants.put(member, constant);
        }
    }

    void writeConstants() {
        String handle = file.name(VarHandle.class);
        constants.forEach((member, constant) -> file.line("private static final " + handle + " " + constant
                + " = field(" + types.of(receiver(member)) + ".class, \"" + member.name() + "\", " + declared(member)
                + ".class);"));
    }

    void writeFinders() {
        file.line("")
                .line("private static " + file.name(VarHandle.class)
                        + " field(Class<?> type, String name, Class<?> fieldType) {")
                .line("try {")
                .line("return " + file.name(MethodHandles.class) + ".privateLookupIn(type, MethodHandles.lookup())")
                .continued(".findVarHandle(type, name, fieldType)")
                .continued(".withInvokeExactBehavior();")
                .line("} catch (ReflectiveOperationException e) {")
                .line("throw new ExceptionInInitializerError(e);")
                .line("}")
                .line("}");
    }

    /** {@code (String) FULL_NAME.get(entity)}. */
    String get(MappedField member) {
        return "(" + declared(member) + ") " + constants.get(member) + ".get(" + receiverOf(member) + ")";
    }

    /** {@code FULL_NAME.set(entity, …)}. */
    String set(MappedField member, String value) {
        return constants.get(member) + ".set(" + receiverOf(member) + ", " + value + ")";
    }

    String declared(MappedField member) {
        return types.of(member.declared());
    }

    private String receiverOf(MappedField member) {
        String receiver = types.of(receiver(member));
        return receiver.equals(types.of(entity.type())) ? "entity" : "(" + receiver + ") entity";
    }

    /** The declaring class; where that lies in another module, a protected field is the entity's own as well. */
    private TypeMirror receiver(MappedField member) {
        boolean isForeign = !generation
                .elements()
                .getModuleOf(member.element())
                .equals(generation.elements().getModuleOf(entity.type()));
        return generation
                .types()
                .erasure(
                        isForeign && member.isProtected()
                                ? entity.type().asType()
                                : member.declaringClass().asType());
    }

    /** {@code FULL_NAME} of {@code fullName}. */
    private static String upperCase(String name) {
        StringBuilder constant = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean isWordsBeginning = i > 0
                    && Character.isUpperCase(name.charAt(i))
                    && !Character.isUpperCase(name.charAt(i - 1))
                    && name.charAt(i - 1) != '_';
            if (isWordsBeginning) constant.append('_');
            constant.append(name.charAt(i));
        }
        return constant.toString().toUpperCase(Locale.ROOT);
    }
}
