// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.Proxy;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Completion;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** Other compilers than javac, and other processors beside ours. */
class CompilersTest {
    /** Eclipse's compiler shows no syntax trees; here javac hides its own. */
    @Test
    void overridesWhateverItCannotReadTheSourceOf() {
        Compiled compiled = World.compilation()
                .processors(new Hiding(new AludelProcessor()))
                .compile()
                .successful();

        assertThat(compiled.text("world.Person__Lazy.java"))
                .contains(
                        "public boolean equals(Object other) {",
                        "public int hashCode() {",
                        "public String getFullName() {")
                .doesNotContain("getId");
    }

    /** The compilation has every warning on, and successful() refuses them. */
    @Test
    void writesCodeThatCompilesWithoutWarnings() {
        new Compilation()
                .source("world.Old", """
                        package world;

                        import jakarta.persistence.*;

                        @Entity
                        @Deprecated(forRemoval = true)
                        public class Old implements java.io.Serializable {
                            private static final long serialVersionUID = 1;

                            @Id private long id;
                            @OneToMany(mappedBy = "old") private java.util.List<Older> olders;
                            @Override public boolean equals(Object other) { return other instanceof Old; }
                            @Override public int hashCode() { return 1; }
                            @Deprecated public String gone() { return ""; }
                        }
                        """)
                .source("world.Older", """
                        package world;

                        @jakarta.persistence.Entity
                        @SuppressWarnings("removal")
                        public class Older {
                            @jakarta.persistence.Id private long id;
                            @jakarta.persistence.ManyToOne private Old old;
                        }
                        """)
                .compile()
                .successful();
    }

    @Test
    void waitsForClassesOfOtherProcessors() {
        Compiled compiled = new Compilation()
                .option("-Xlint:none")
                .processors(new AludelProcessor(), new Late())
                .source("world.Early", """
                        package world;

                        import jakarta.persistence.*;

                        @Entity
                        class Early extends LateBase {
                            LateMood mood;
                            @ManyToOne Early other;
                        }
                        """)
                .source("world.Result", """
                        package world;

                        @io.aludel.mapping.annotation.Projection
                        record Result(LateMood mood) {}
                        """)
                .compile()
                .successful();

        assertThat(compiled.text("world.QEarly.java")).contains("LongNum id", "Plain<LateMood> mood");
        assertThat(compiled.text("world.QResult.java")).contains("of(Expr<LateMood> mood)");
        assertThat(compiled.text("META-INF/aludel/entities")).isEqualTo("world.Early\n");
    }

    @Test
    void leavesUnknownTypesToTheCompiler() {
        Compiled compiled = new Compilation().source("world.Typo", """
                        package world;

                        @jakarta.persistence.Entity
                        class Typo {
                            @jakarta.persistence.Id Lnog id;
                        }
                        """).compile();

        assertThat(compiled.messages())
                .startsWith("world/Typo.java:5 error: cannot find symbol")
                .hasLineCount(3);
    }

    /** Writes classes in the first round. */
    private static final class Late extends AbstractProcessor {
        private boolean isDone;

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
            if (!isDone) {
                write(
                        "LateBase",
                        "@jakarta.persistence.MappedSuperclass class LateBase { @jakarta.persistence.Id long id; }");
                write("LateMood", "enum LateMood { GOOD }");
                isDone = true;
            }
            return false;
        }

        private void write(String name, String text) {
            try (Writer out =
                    processingEnv.getFiler().createSourceFile("world." + name).openWriter()) {
                out.write("package world; " + text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Another processor, which does not learn what compiler it runs in. */
    private record Hiding(Processor processor) implements Processor {
        @Override
        public void init(ProcessingEnvironment environment) {
            processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
                    Hiding.class.getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    (proxy, method, arguments) -> method.invoke(environment, arguments)));
        }

        @Override
        public Set<String> getSupportedOptions() {
            return processor.getSupportedOptions();
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }

        @Override
        public Iterable<? extends Completion> getCompletions(
                Element element, AnnotationMirror annotation, ExecutableElement member, String userText) {
            return processor.getCompletions(element, annotation, member, userText);
        }
    }
}
