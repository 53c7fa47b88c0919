// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.migrate.MigrationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** One run of the Java compiler, from text in memory to class files in memory. */
final class JavacRun {
    private static final List<String> OPTIONS = List.of("-proc:none", "-implicit:none", "-g", "-Xlint:none");

    private JavacRun() {}

    /**
     * The class files by class name.
     *
     * @param sources text by file name
     */
    static Map<String, byte[]> compile(Path folder, Map<String, String> sources, String classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new MigrationException("MIG-004", ScriptCompiler.noCompiler(folder));
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<Source> units = new ArrayList<>();
        sources.forEach(
                (name, text) -> units.add(new Source(folder.resolve(name).toUri(), text)));
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(List.of("-classpath", classPath));
        try (StandardJavaFileManager standard =
                        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
                Memory memory = new Memory(standard)) {
            StringWriter unexpected = new StringWriter();
            boolean compiled = compiler.getTask(unexpected, memory, diagnostics, options, null, units)
                    .call();
            if (!compiled) {
                throw new ScriptCompilationException(problems(diagnostics));
            }
            return memory.classFiles();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ScriptCompilationException.Problem> problems(DiagnosticCollector<JavaFileObject> diagnostics) {
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> new ScriptCompilationException.Problem(
                        file(diagnostic.getSource()),
                        diagnostic.getLineNumber(),
                        diagnostic.getColumnNumber(),
                        diagnostic.getMessage(Locale.ROOT)))
                .toList();
    }

    private static String file(JavaFileObject source) {
        if (source == null) {
            return "(no file)";
        }
        String path = source.toUri().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(URI uri, String text) {
            super(uri, Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class ClassFile extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        ClassFile(String className) {
            super(URI.create("memory:///" + className.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ClassFile> files = new HashMap<>();

        Memory(StandardJavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return files.computeIfAbsent(className, ClassFile::new);
        }

        @Override
        public boolean hasLocation(JavaFileManager.Location location) {
            // Scripts see each other as units of this run; a source path would drag in what lies beside them.
            return location != StandardLocation.SOURCE_PATH && super.hasLocation(location);
        }

        Map<String, byte[]> classFiles() {
            Map<String, byte[]> classFiles = new HashMap<>();
            files.forEach((name, file) -> classFiles.put(name, file.bytes.toByteArray()));
            return classFiles;
        }
    }
}
