// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

import io.aludel.mapping.EntityIndex;
import io.aludel.mapping.annotation.Projection;
import io.aludel.processor.body.MethodBodies;
import io.aludel.processor.entity.GeneratedNames;
import io.aludel.processor.report.ProcessorCode;
import io.aludel.processor.report.Report;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Writes, for each entity, its query class, its companion and its lazy reference; for each projection, its factory; and the index of
 * entities. Works in the compiler's rounds: what waits for a class that another processor writes is taken up when that class is there.
 */
public final class AludelProcessor extends AbstractProcessor {
    /** What the names of query classes begin with; {@code Q} where it is not given. */
    static final String PREFIX = "aludel.prefix";

    /** By binary names, as elements do not outlive a round. */
    private final Set<String> entities = new TreeSet<>();

    private final Set<String> waitingEntities = new TreeSet<>();
    private final Set<String> waitingProjections = new TreeSet<>();

    /** The entities that can be lazy references, and the fields that these have from the beginning. */
    private final Map<String, Set<String>> lazyReferences = new HashMap<>();

    private @Nullable Workshop workshop;

    /** For compilers, which find it by its name, and for programs that run one. */
    public AludelProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Entity.class.getName(), Projection.class.getName());
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(PREFIX);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        Report report = new Report(environment.getMessager());
        workshop = new Workshop(environment, names(report), report, MethodBodies.of(environment));
    }

    private GeneratedNames names(Report report) {
        try {
            return new GeneratedNames(processingEnv.getOptions().getOrDefault(PREFIX, "Q"));
        } catch (IllegalArgumentException e) {
            report.error(ProcessorCode.OPTION, e.getMessage());
            return new GeneratedNames("Q");
        }
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (workshop == null) throw new IllegalStateException("init() comes first");
        if (round.processingOver()) {
            if (!round.errorRaised()) finish(workshop);
            return false;
        }
        collect(round, Entity.class, waitingEntities);
        collect(round, Projection.class, waitingProjections);
        entities.addAll(waitingEntities);
        waitingEntities.removeAll(new EntityRound(workshop, entities).write(waitingEntities, lazyReferences));
        waitingProjections.removeAll(new ProjectionRound(workshop).write(waitingProjections));
        return false;
    }

    private void collect(RoundEnvironment round, Class<? extends Annotation> annotation, Set<String> names) {
        for (TypeElement type : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
            names.add(processingEnv.getElementUtils().getBinaryName(type).toString());
        }
    }

    private void finish(Workshop workshop) {
        workshop.bodies().warnOfReachingInto(lazyReferences);
        try {
            new IndexFile(processingEnv.getFiler()).write(entities, workshop::isEntity);
        } catch (IOException e) {
            workshop.report()
                    .error(ProcessorCode.NOT_SAVED, "Cannot write " + EntityIndex.RESOURCE + ": " + e.getMessage());
        }
    }
}
