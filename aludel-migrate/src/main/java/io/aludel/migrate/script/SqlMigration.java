// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.migrate.op.Operations;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A revision that is written as SQL.
 *
 * @param up the files of the way up, by dialect; the one for all others by the empty text
 * @param down those of the way down; none where there is no way back
 */
record SqlMigration(Map<String, SqlFile> up, Map<String, SqlFile> down) implements Migration {
    SqlMigration {
        up = new TreeMap<>(up);
        down = new TreeMap<>(down);
    }

    @Override
    public void up(Operations op) {
        record(up, op);
    }

    @Override
    public void down(Operations op) {
        if (down.isEmpty()) {
            String name = up.values().iterator().next().name();
            op.irreversible("There is no " + name.substring(0, name.indexOf('.'))
                    + ".down.sql; write what undoes it there, or an empty file if there is nothing to undo.");
        }
        record(down, op);
    }

    private static void record(Map<String, SqlFile> files, Operations op) {
        files.values().forEach(file -> file.operations().forEach(op::add));
    }

    /** Of the statements of the way up. Which other dialects a program has makes no difference. */
    String checksum() {
        StringBuilder text = new StringBuilder();
        up.forEach((dialect, file) ->
                text.append(dialect).append(':').append(List.of(file.normal())).append('\n'));
        return "1:" + Checksum.of(text.toString());
    }
}
