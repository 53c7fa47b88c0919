// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.body;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;

/**
 * Reads javac's syntax trees. While processors run, names in method bodies are not resolved yet, so questions are answered by name, and in doubt
 * against the method; warnings come after the resolution.
 */
final class JavacMethodBodies implements MethodBodies {
    private final Trees trees;
    private final JavacTask task;

    /**
     * @throws IllegalArgumentException if the compiler is not javac
     */
    JavacMethodBodies(ProcessingEnvironment environment) {
        trees = Trees.instance(environment);
        task = JavacTask.instance(environment);
    }

    @Override
    public Answer returnsOneOf(ExecutableElement method, Set<String> fields) {
        return answer(
                method,
                body -> returned(body.getStatements()).filter(fields::contains).isPresent());
    }

    /** The name of the field, if all that is done is to return it. */
    private static Optional<String> returned(List<? extends StatementTree> statements) {
        if (statements.size() != 1 || !(statements.get(0) instanceof ReturnTree onlyReturn)) return Optional.empty();
        ExpressionTree value = onlyReturn.getExpression();
        if (value instanceof IdentifierTree name)
            return Optional.of(name.getName().toString());
        return value instanceof MemberSelectTree select && isThis(select.getExpression())
                ? Optional.of(select.getIdentifier().toString())
                : Optional.empty();
    }

    @Override
    public Answer usesNoneOf(ExecutableElement method, Set<String> fields, Set<String> methods) {
        Set<String> all = new HashSet<>(fields);
        all.add("super");
        return answer(method, body -> !new UseScan(all, methods).find(body));
    }

    @Override
    public Answer callsGetClass(ExecutableElement method) {
        return answer(method, body -> new UseScan(Set.of(), Set.of("getClass")).find(body));
    }

    @Override
    public void warnOfReachingInto(Map<String, Set<String>> identifiers) {
        task.addTaskListener(new ReachingIntoListener(trees, identifiers));
    }

    private Answer answer(ExecutableElement method, Function<BlockTree, Boolean> question) {
        MethodTree tree = trees.getTree(method);
        if (tree == null || tree.getBody() == null) return Answer.UNKNOWN;
        return question.apply(tree.getBody()) ? Answer.YES : Answer.NO;
    }

    static boolean isThis(Tree tree) {
        return tree instanceof IdentifierTree name && name.getName().contentEquals("this");
    }
}
