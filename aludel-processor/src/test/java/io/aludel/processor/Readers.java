// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

import io.aludel.core.name.NamingConvention;
import io.aludel.mapping.build.EntityModelBuilder;
import io.aludel.mapping.build.MappingResult;
import io.aludel.mapping.naming.NamingStrategy;
import io.aludel.mapping.source.ClassSource;
import io.aludel.mapping.source.ReflectionClassSource;
import io.aludel.mapping.source.SourceClass;
import io.aludel.processor.element.ElementClassSource;
import jakarta.persistence.Entity;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads the classes of a compilation twice: while they are compiled, and then as loaded classes. */
final class Readers {
    /** What the compiler's reader gave of each class, by binary name. */
    final Map<String, SourceClass> compiling = new TreeMap<>();

    /** What reflection gave. */
    final Map<String, SourceClass> loaded = new TreeMap<>();

    /** The entities' models and problems, as the processor sees them. */
    final MappingResult compilingModels;

    /** The same, as the run time sees them. */
    final MappingResult loadedModels;

    private final Set<String> entities = new TreeSet<>();

    Readers(Compilation compilation) {
        Reading reading = new Reading();
        Compiled compiled = compilation.processors(reading).compile().successful();
        compilingModels = reading.models;
        ClassSource reflection = new ReflectionClassSource(compiled.load());
        compiling
                .keySet()
                .forEach(name -> loaded.put(name, reflection.find(name).orElseThrow()));
        loadedModels = models(reflection);
    }

    private MappingResult models(ClassSource classes) {
        return new EntityModelBuilder(classes, NamingStrategy.SNAKE_CASE, NamingConvention.STANDARD).build(entities);
    }

    private final class Reading extends AbstractProcessor {
        private MappingResult models;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (round.processingOver()) return false;
            ElementClassSource classes = new ElementClassSource(processingEnv.getElementUtils());
            ElementFilter.typesIn(round.getRootElements()).forEach(type -> read(type, classes));
            models = models(classes);
            return false;
        }

        private void read(TypeElement type, ElementClassSource classes) {
            String name = processingEnv.getElementUtils().getBinaryName(type).toString();
            compiling.put(name, classes.find(name).orElseThrow());
            if (type.getAnnotation(Entity.class) != null) entities.add(name);
            ElementFilter.typesIn(type.getEnclosedElements()).forEach(nested -> read(nested, classes));
        }
    }
}
