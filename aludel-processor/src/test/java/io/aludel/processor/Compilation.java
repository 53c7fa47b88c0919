// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources in memory, with our processor; nothing touches the disk. All warnings are on. */
final class Compilation {
    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, byte[]> outputs = new TreeMap<>();
    private final List<String> options =
            new ArrayList<>(List.of("--release", "17", "-Xlint:all,-processing,-options", "--class-path", classPath()));
    private final List<Processor> processors = new ArrayList<>(List.of(new AludelProcessor()));

    /** What this test can see: surefire gives part of it as module path. */
    private static String classPath() {
        return Stream.of("java.class.path", "jdk.module.path")
                .map(System::getProperty)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * Adds a source.
     *
     * @param className with its package
     */
    Compilation source(String className, String text) {
        sources.put(className, text);
        return this;
    }

    Compilation option(String option) {
        options.add(option);
        return this;
    }

    /** Runs these instead of ours alone. */
    Compilation processors(Processor... instead) {
        processors.clear();
        processors.addAll(List.of(instead));
        return this;
    }

    /** Begins with what an earlier compilation left behind. */
    Compilation after(Compiled earlier) {
        outputs.putAll(earlier.outputs());
        return this;
    }

    Compiled compile() {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaFileManager files =
                new InMemory(javac.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8));
        List<Source> units = sources.entrySet().stream()
                .map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        JavaCompiler.CompilationTask task = javac.getTask(null, files, diagnostics, options, null, units);
        task.setProcessors(processors);
        task.setLocale(Locale.ROOT);
        boolean isSuccessful = task.call();
        return new Compiled(isSuccessful, diagnostics.getDiagnostics(), new TreeMap<>(outputs));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("memory:/" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** A file in {@link #outputs}. */
    private final class Output extends SimpleJavaFileObject {
        private final String name;

        Output(String name, Kind kind) {
            super(URI.create("memory:/" + path(name, kind)), kind);
            this.name = name;
        }

        private static String path(String name, Kind kind) {
            return kind == Kind.SOURCE ? name.substring(0, name.length() - 5).replace('.', '/') + ".java" : name;
        }

        @Override
        public OutputStream openOutputStream() {
            return new ByteArrayOutputStream() {
                @Override
                public void close() {
                    outputs.put(name, toByteArray());
                }
            };
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
            byte[] bytes = outputs.get(name);
            if (bytes == null) throw new FileNotFoundException(name);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        InMemory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new Output(kind == JavaFileObject.Kind.SOURCE ? className + ".java" : className, kind);
        }

        @Override
        public FileObject getFileForOutput(Location location, String packageName, String path, FileObject sibling) {
            return new Output(path, JavaFileObject.Kind.OTHER);
        }
    }
}
