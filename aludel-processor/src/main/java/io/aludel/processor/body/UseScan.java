// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.body;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.Set;

/** Looks for uses of fields and methods by their names. A name that is something else in truth counts as well. */
final class UseScan extends TreeScanner<Boolean, Void> {
    private final Set<String> fields;
    private final Set<String> methods;

    UseScan(Set<String> fields, Set<String> methods) {
        this.fields = fields;
        this.methods = methods;
    }

    /** Whether there is one. */
    boolean find(Tree body) {
        return Boolean.TRUE.equals(scan(body, null));
    }

    @Override
    public Boolean visitIdentifier(IdentifierTree tree, Void none) {
        String name = tree.getName().toString();
        return fields.contains(name);
    }

    @Override
    public Boolean visitMemberSelect(MemberSelectTree tree, Void none) {
        return fields.contains(tree.getIdentifier().toString()) || find(tree.getExpression());
    }

    @Override
    public Boolean visitMethodInvocation(MethodInvocationTree tree, Void none) {
        boolean isFound = false;
        if (tree.getMethodSelect() instanceof IdentifierTree name) {
            isFound = methods.contains(name.getName().toString());
        } else if (tree.getMethodSelect() instanceof MemberSelectTree select) {
            isFound = methods.contains(select.getIdentifier().toString()) || find(select.getExpression());
        }
        return isFound || Boolean.TRUE.equals(scan(tree.getArguments(), none));
    }

    @Override
    public Boolean visitMemberReference(MemberReferenceTree tree, Void none) {
        return methods.contains(tree.getName().toString()) || find(tree.getQualifierExpression());
    }

    @Override
    public Boolean reduce(Boolean one, Boolean other) {
        return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
    }
}
