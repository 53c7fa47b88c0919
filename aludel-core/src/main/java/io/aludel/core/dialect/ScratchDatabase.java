// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.util.List;

/**
 * A database for trying out schemas, on the server of the live one.
 *
 * @param enter statements that make it and go there; some may clean up what others left behind
 * @param leave statements that drop it and go back
 */
public record ScratchDatabase(List<String> enter, List<String> leave) {
    public ScratchDatabase {
        enter = List.copyOf(enter);
        leave = List.copyOf(leave);
    }
}
