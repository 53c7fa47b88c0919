// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

import io.aludel.processor.element.ElementClassSource;
import io.aludel.processor.entity.Visibility;
import io.aludel.processor.generate.ProjectionClass;
import io.aludel.processor.report.ProcessorCode;
import io.aludel.processor.report.Report;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/** One round's work on projections. */
final class ProjectionRound {
    private final Workshop workshop;
    private final Report report;
    private final Visibility visibility;

    ProjectionRound(Workshop workshop) {
        this.workshop = workshop;
        this.report = workshop.report();
        this.visibility = new Visibility(workshop.elements());
    }

    /** Writes the factories of those projections that are complete, and gives the names of these. */
    Set<String> write(Set<String> waiting) {
        ElementClassSource classes = new ElementClassSource(workshop.elements());
        Unresolved unresolved = new Unresolved();
        Set<String> complete = new TreeSet<>();
        for (String name : waiting) {
            TypeElement type = classes.element(name).orElseThrow();
            if (unresolved.isIn(type)) continue;
            complete.add(name);
            check(type);
            if (!report.hasErrors(type)) {
                workshop.save(new ProjectionClass(workshop.generation(), type).write(), type);
            }
        }
        return complete;
    }

    private void check(TypeElement type) {
        String name = type.getSimpleName().toString();
        if (type.getKind() != ElementKind.RECORD) {
            error(type, name + " is marked with @Projection, but only a record can be one. Make it a record.");
            return; // Eclipse's compiler fails where a class that is no record is asked for components
        }
        if (!type.getTypeParameters().isEmpty()) {
            error(
                    type,
                    "The projection " + name
                            + " has type parameters, so that no query could tell its types. Write a record without.");
        } else if (type.getRecordComponents().isEmpty()) {
            error(type, "The projection " + name + " has no components: there is nothing to select. Give it one.");
        } else if (!visibility.canName(type.asType(), type)) {
            error(
                    type,
                    "The projection " + name + " is private, so that its factory cannot see it. Remove \"private\".");
        }
        for (RecordComponentElement component : type.getRecordComponents()) {
            if (!visibility.canName(component.asType(), type)) {
                error(
                        component,
                        name + "." + component.getSimpleName() + " has the type " + component.asType()
                                + ", which the factory cannot see. Make that type package-private or public.");
            }
        }
    }

    private void error(Element place, String message) {
        report.error(ProcessorCode.PROJECTION, place, message);
    }
}
