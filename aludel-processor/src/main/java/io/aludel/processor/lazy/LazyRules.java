// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.lazy;

import io.aludel.processor.body.MethodBodies;
import io.aludel.processor.body.MethodBodies.Answer;
import io.aludel.processor.entity.EntityFields;
import io.aludel.processor.entity.MappedEntity;
import io.aludel.processor.entity.Visibility;
import io.aludel.processor.lazy.LazyPlan.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Plans lazy references. */
public final class LazyRules {
    private final EntityFields fields;
    private final MethodBodies bodies;
    private final Visibility visibility;

    public LazyRules(EntityFields fields, MethodBodies bodies) {
        this.fields = fields;
        this.bodies = bodies;
        this.visibility = new Visibility(fields.elements());
    }

    /**
     * @param hasSubclasses whether another entity extends this one, so that a row's class is not certain before it is read
     */
    public LazyPlan plan(MappedEntity entity, boolean hasSubclasses) {
        List<Remark> obstacles = new ArrayList<>(ofClass(entity.type(), hasSubclasses));
        List<Remark> doubts = new ArrayList<>();
        List<ExecutableElement> overridden = new ArrayList<>();
        for (ExecutableElement method : inherited(entity.type())) {
            if (method.getModifiers().contains(Modifier.FINAL)) {
                if (!isIdentifierGetter(method, entity)) obstacles.add(finalMethod(method, entity));
            } else if (!visibility.canNameSignature(method, entity.type())) {
                obstacles.add(hiddenType(method, entity));
            } else if (!isSafeUnloaded(method, entity)) {
                overridden.add(method);
            }
            if (isNamed(method, "equals", 1) && bodies.callsGetClass(method) == Answer.YES)
                doubts.add(getClass(method));
        }
        return new LazyPlan(
                overridden, obstacles, doubts, Set.copyOf(entity.model().id()));
    }

    /** The mapping refuses final and abstract classes already. */
    private static List<Remark> ofClass(TypeElement type, boolean hasSubclasses) {
        List<Remark> remarks = new ArrayList<>();
        if (type.getModifiers().contains(Modifier.SEALED)) {
            remarks.add(new Remark(
                    type,
                    false,
                    "No reference to " + type.getSimpleName()
                            + " can be lazy, because the class is sealed: it is loaded "
                            + "together with each owner. Remove \"sealed\", or make the associations EAGER."));
        }
        if (!hasConstructor(type)) {
            remarks.add(
                    new Remark(
                            type,
                            false,
                            "No reference to " + type.getSimpleName()
                                    + " can be lazy, because the class has no constructor without "
                                    + "parameters that a subclass may call: it is loaded together with each owner. Add a protected one."));
        }
        if (hasSubclasses) {
            remarks.add(
                    new Remark(
                            type,
                            false,
                            "No reference to " + type.getSimpleName()
                                    + " can be lazy, because other entities extend the class, and which "
                                    + "class a row has is not known before it is read: it is loaded together with each owner."));
        }
        return remarks;
    }

    private static boolean hasConstructor(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(constructor -> constructor.getParameters().isEmpty()
                        && constructor.getThrownTypes().isEmpty()
                        && !constructor.getModifiers().contains(Modifier.PRIVATE));
    }

    /** The methods that a subclass could override, were they not final; none of {@code Object}'s own. */
    private List<ExecutableElement> inherited(TypeElement entity) {
        List<ExecutableElement> methods = new ArrayList<>();
        fields.superclasses(entity)
                .filter(type -> type.getSuperclass().getKind() != TypeKind.NONE)
                .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                .filter(method -> isInherited(method, entity) && !isNamed(method, "finalize", 0))
                .filter(method ->
                        methods.stream().noneMatch(known -> fields.elements().overrides(known, method, entity)))
                .forEach(methods::add);
        return methods;
    }

    private boolean isInherited(ExecutableElement method, TypeElement entity) {
        Set<Modifier> modifiers = method.getModifiers();
        if (modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.PRIVATE)) return false;
        boolean isSeenEverywhere = modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED);
        return isSeenEverywhere
                || fields.elements()
                        .getPackageOf(method)
                        .equals(fields.elements().getPackageOf(entity));
    }

    /** Whether the method gives the right answer while nothing but the identifier is known. */
    private boolean isSafeUnloaded(ExecutableElement method, MappedEntity entity) {
        if (isIdentifierGetter(method, entity)) return true;
        boolean isIdentity = isNamed(method, "equals", 1) || isNamed(method, "hashCode", 0);
        return isIdentity
                && bodies.usesNoneOf(method, valueFields(entity), methodsNotIntercepted(entity.type())) == Answer.YES;
    }

    private boolean isIdentifierGetter(ExecutableElement method, MappedEntity entity) {
        if (!method.getParameters().isEmpty()) return false;
        return switch (bodies.returnsOneOf(method, Set.copyOf(entity.model().id()))) {
            case YES -> true;
            case NO -> false;
            case UNKNOWN ->
                entity.attributes().stream()
                        .filter(entity::isId)
                        .anyMatch(id -> isGetterName(method.getSimpleName().toString(), id.name())
                                && fields.types()
                                        .isSameType(
                                                method.getReturnType(),
                                                id.element().asType()));
        };
    }

    private static boolean isGetterName(String method, String field) {
        return method.equals(field)
                || method.equals("get" + Character.toUpperCase(field.charAt(0)) + field.substring(1));
    }

    /** All fields but the identifier's. */
    private Set<String> valueFields(MappedEntity entity) {
        return fields.superclasses(entity.type())
                .flatMap(type -> ElementFilter.fieldsIn(type.getEnclosedElements()).stream())
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                .map(field -> field.getSimpleName().toString())
                .filter(field -> !entity.model().id().contains(field))
                .collect(Collectors.toSet());
    }

    /** The methods that do not load: what they use counts as used by their caller. */
    private Set<String> methodsNotIntercepted(TypeElement entity) {
        return fields.superclasses(entity)
                .filter(type -> type.getSuperclass().getKind() != TypeKind.NONE)
                .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                .filter(method ->
                        !isInherited(method, entity) || method.getModifiers().contains(Modifier.FINAL))
                .map(method -> method.getSimpleName().toString())
                .collect(Collectors.toSet());
    }

    private static boolean isNamed(ExecutableElement method, String name, int parameters) {
        return method.getSimpleName().contentEquals(name)
                && method.getParameters().size() == parameters;
    }

    private static Remark finalMethod(ExecutableElement method, MappedEntity entity) {
        return new Remark(
                placeOf(method, entity),
                true,
                "The method " + method.getSimpleName() + " of " + entity.type().getSimpleName()
                        + " is final: called on a lazy reference it could not load the entity, and would see empty fields. "
                        + "Remove \"final\".");
    }

    private static Remark hiddenType(ExecutableElement method, MappedEntity entity) {
        return new Remark(
                placeOf(method, entity),
                false,
                "No reference to " + entity.type().getSimpleName() + " can be lazy, because its method "
                        + method.getSimpleName()
                        + " names a type that its package cannot see, so that no subclass can override it: "
                        + "it is loaded together with each owner. Make the method private, or the type visible.");
    }

    private static Remark getClass(ExecutableElement method) {
        return new Remark(
                method,
                false,
                "This equals compares classes with getClass(): a lazy reference has a class of its own, so it would never equal "
                        + "the same row loaded elsewhere. Use instanceof, and the getters of the other object.");
    }

    /** The method, if it is the entity's own; a superclass may be shared with classes that may well have it. */
    private static Element placeOf(ExecutableElement method, MappedEntity entity) {
        return method.getEnclosingElement().equals(entity.type()) ? method : entity.type();
    }
}
