// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.body;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import io.aludel.processor.report.ProcessorCode;
import io.aludel.processor.report.Report;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Warns where code reaches into an entity that may be a reference without its values. */
final class ReachingIntoScan extends TreePathScanner<Void, Void> {
    private final Trees trees;
    private final Map<String, Set<String>> identifiers;

    ReachingIntoScan(Trees trees, Map<String, Set<String>> identifiers) {
        this.trees = trees;
        this.identifiers = identifiers;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, Void none) {
        return isSilenced() ? null : super.visitClass(tree, none);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, Void none) {
        return isSilenced() ? null : super.visitMethod(tree, none);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, Void none) {
        Element member = trees.getElement(getCurrentPath());
        if (member != null && isOther(tree.getExpression()) && isOther(tree) && isBlind(member)) {
            warn(tree, member);
        }
        return super.visitMemberSelect(tree, none);
    }

    /** Anything but {@code this} and {@code super}. */
    private static boolean isOther(Tree receiver) {
        String text = receiver.toString();
        return !text.equals("super") && !text.equals("this") && !text.endsWith(".this") && !text.endsWith(".super");
    }

    /** Whether the use of a member goes unnoticed by the object that has it. */
    private boolean isBlind(Element member) {
        if (member.getModifiers().contains(Modifier.STATIC)) return false;
        Set<String> identifier = identifiers.get(receiver());
        if (identifier == null) return false;
        return member.getKind() == ElementKind.FIELD
                ? !identifier.contains(member.getSimpleName().toString())
                : member.getKind() == ElementKind.METHOD
                        && member.getModifiers().contains(Modifier.PRIVATE);
    }

    /** The class of the object that a member is selected from. */
    private String receiver() {
        MemberSelectTree select = (MemberSelectTree) getCurrentPath().getLeaf();
        TypeMirror type = trees.getTypeMirror(new TreePath(getCurrentPath(), select.getExpression()));
        return type instanceof DeclaredType declared
                ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
                : "";
    }

    private void warn(MemberSelectTree tree, Element member) {
        String entity = receiver().substring(receiver().lastIndexOf('.') + 1);
        boolean isField = member.getKind() == ElementKind.FIELD;
        String what = isField
                ? "reads or writes the field \"" + member.getSimpleName() + "\" of another " + entity
                : "calls the private method \"" + member.getSimpleName() + "\" of another " + entity;
        trees.printMessage(
                Diagnostic.Kind.WARNING,
                ProcessorCode.REACHING_INTO.code() + " This " + what
                        + ", which may be a lazy reference that is not loaded: only calls of its methods load it. "
                        + (isField ? "Call its getter or setter" : "Make the method package-private")
                        + ", or add @SuppressWarnings(\"aludel\") where it is certain to be loaded.",
                tree,
                getCurrentPath().getCompilationUnit());
    }

    private boolean isSilenced() {
        Element element = trees.getElement(getCurrentPath());
        SuppressWarnings silenced = element == null ? null : element.getAnnotation(SuppressWarnings.class);
        return silenced != null && List.of(silenced.value()).contains(Report.SILENCED);
    }
}
