// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

import io.aludel.processor.body.MethodBodies;
import io.aludel.processor.element.ElementClassSource;
import io.aludel.processor.entity.GeneratedNames;
import io.aludel.processor.generate.GeneratedClass;
import io.aludel.processor.generate.Generation;
import io.aludel.processor.report.ProcessorCode;
import io.aludel.processor.report.Report;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What each round works with, from the first to the last. */
record Workshop(ProcessingEnvironment environment, GeneratedNames names, Report report, MethodBodies bodies) {
    Elements elements() {
        return environment.getElementUtils();
    }

    Types types() {
        return environment.getTypeUtils();
    }

    Generation generation() {
        return new Generation(names, elements(), types());
    }

    /** Whether there is an entity of this binary name. */
    boolean isEntity(String binaryName) {
        return new ElementClassSource(elements())
                .element(binaryName)
                .filter(type -> type.getAnnotation(Entity.class) != null)
                .isPresent();
    }

    /** Saves a class that was written for another one. */
    void save(GeneratedClass generated, TypeElement from) {
        try (Writer out =
                environment.getFiler().createSourceFile(generated.name(), from).openWriter()) {
            out.write(generated.text());
        } catch (IOException e) {
            report.error(
                    ProcessorCode.NOT_SAVED,
                    from,
                    "Cannot write " + generated.name() + ": " + e.getMessage()
                            + " If there is a class of this name already, rename it, or give another prefix with -A"
                            + AludelProcessor.PREFIX + "=….");
        }
    }
}
