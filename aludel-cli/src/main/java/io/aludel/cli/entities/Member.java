// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import java.util.List;

/**
 * A field with its annotations.
 *
 * @param type as the source says it, each class with its package
 * @param collection whether it begins as an empty list
 * @param readOnly whether there is no method that sets it: the database makes its value, or others do
 */
record Member(String name, String type, List<Annotation> annotations, boolean collection, boolean readOnly) {
    Member {
        annotations = List.copyOf(annotations);
    }
}
