// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.migrate.op.Recorded;
import io.aludel.migrate.script.Script;
import java.util.List;

/** Which way a revision is gone. */
public enum Way {
    UP("up", "upgrade") {
        @Override
        List<Recorded> operations(Script script) {
            return script.up();
        }
    },
    DOWN("down", "downgrade") {
        @Override
        List<Recorded> operations(Script script) {
            return script.down();
        }
    };

    private final String text;
    private final String command;

    Way(String text, String command) {
        this.text = text;
        this.command = command;
    }

    /** What the script asks for. */
    abstract List<Recorded> operations(Script script);

    /** As the ledger and messages say it: {@code up}. */
    public String text() {
        return text;
    }

    /** The command that goes it: {@code upgrade}. */
    public String command() {
        return command;
    }

    static Way of(String text) {
        return text.equals(DOWN.text) ? DOWN : UP;
    }
}
