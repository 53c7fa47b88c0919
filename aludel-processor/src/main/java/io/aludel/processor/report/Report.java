// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.report;

import io.aludel.mapping.problem.MappingProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Tells the user, through the compiler. A warning is left out under {@code @SuppressWarnings("aludel")}. */
public final class Report {
    /** The word for {@code @SuppressWarnings}. */
    public static final String SILENCED = "aludel";

    private final Messager messager;
    private final Set<Element> withErrors = new HashSet<>();

    public Report(Messager messager) {
        this.messager = messager;
    }

    public void error(ProcessorCode code, String message) {
        messager.printMessage(Diagnostic.Kind.ERROR, code.code() + " " + message);
    }

    public void error(ProcessorCode code, Element place, String message) {
        error(place, code.code() + " " + message);
    }

    public void warning(ProcessorCode code, Element place, String message) {
        warning(place, code.code() + " " + message);
    }

    /** A mistake in the mapping of the class, at the member that it is about. */
    public void problem(MappingProblem problem, TypeElement type) {
        Element place = member(type, problem.member());
        if (problem.isError()) error(place, problem.toString());
        else warning(place, problem.toString());
    }

    /** Whether an error was reported at the class or at a member of it. */
    public boolean hasErrors(TypeElement type) {
        return withErrors.contains(type);
    }

    private void error(Element place, String message) {
        for (Element element = place; element != null; element = element.getEnclosingElement()) withErrors.add(element);
        messager.printMessage(Diagnostic.Kind.ERROR, message, place);
    }

    private void warning(Element place, String message) {
        if (!isSilenced(place)) messager.printMessage(Diagnostic.Kind.WARNING, message, place);
    }

    private static boolean isSilenced(Element place) {
        for (Element element = place; element != null; element = element.getEnclosingElement()) {
            SuppressWarnings silenced = element.getAnnotation(SuppressWarnings.class);
            if (silenced != null && List.of(silenced.value()).contains(SILENCED)) return true;
        }
        return false;
    }

    private static Element member(TypeElement type, @Nullable String name) {
        if (name == null) return type;
        return type.getEnclosedElements().stream()
                .filter(element -> element.getSimpleName().contentEquals(name))
                .map(Element.class::cast)
                .findFirst()
                .orElse(type);
    }
}
