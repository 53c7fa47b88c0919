// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.body;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Looks at each class when javac has resolved its names. */
final class ReachingIntoListener implements TaskListener {
    private final Trees trees;
    private final Map<String, Set<String>> identifiers;
    private final Set<Object> seen = new HashSet<>();

    ReachingIntoListener(Trees trees, Map<String, Set<String>> identifiers) {
        this.trees = trees;
        this.identifiers = identifiers;
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() != TaskEvent.Kind.ANALYZE || event.getTypeElement() == null) return;
        TreePath path = trees.getPath(event.getTypeElement());
        if (path != null && seen.add(path.getLeaf())) {
            new ReachingIntoScan(trees, identifiers).scan(path, null);
        }
    }
}
