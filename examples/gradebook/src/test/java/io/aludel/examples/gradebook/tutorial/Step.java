// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.tutorial;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the reader of the tutorial does next. */
sealed interface Step permits Step.Command, Step.Edit {
    /**
     * A line typed at the prompt, of a block {@code console}.
     *
     * @param seen what the page says that it prints; a line {@code …} stands for one line or more
     */
    record Command(String typed, List<String> seen) implements Step {}

    /**
     * A change to a file, of a block {@code diff}: lines with {@code +} come after the lines before them, those with {@code -} go.
     *
     * @param file the last path in backticks before the block
     */
    record Edit(String file, List<String> lines) implements Step {}

    /** The steps of a page in their order. Blocks in other languages are only looked at. */
    static List<Step> of(String page) {
        Pattern path = Pattern.compile("`([^`\\n]+/[^`\\n]+)`");
        Matcher blocks = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$").matcher(page);
        List<Step> steps = new ArrayList<>();
        String file = "";
        int read = 0;
        while (blocks.find()) {
            Matcher paths = path.matcher(page.substring(read, blocks.start()));
            while (paths.find()) {
                file = paths.group(1);
            }
            read = blocks.end();
            List<String> lines = blocks.group(2).lines().toList();
            if (blocks.group(1).equals("console")) {
                steps.addAll(commands(lines));
            } else if (blocks.group(1).equals("diff")) {
                steps.add(new Edit(file, lines));
            }
        }
        return steps;
    }

    private static List<Command> commands(List<String> lines) {
        List<Command> commands = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("$ ")) {
                commands.add(new Command(line.substring(2), new ArrayList<>()));
            } else {
                commands.get(commands.size() - 1).seen().add(line);
            }
        }
        return commands;
    }
}
