// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.setting.Setting;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How help looks: a short first line, the command's own options, then the settings, which all commands have. */
final class Usage {
    private static final int WIDTH = 100;

    private Usage() {}

    static void arrange(CommandLine line) {
        line.setUsageHelpWidth(WIDTH);
        line.getCommandSpec().usageMessage().abbreviateSynopsis(true);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, Usage::options);
        line.getSubcommands().values().forEach(Usage::arrange);
    }

    private static String options(Help help) {
        String own = list(help, option -> !isSetting(option));
        String settings = list(help, Usage::isSetting);
        return settings.isEmpty()
                ? own
                : own
                        + "%nSettings, each also in aludel.properties or as an environment variable (ALUDEL_URL):%n"
                                .formatted()
                        + settings;
    }

    private static String list(Help help, Predicate<OptionSpec> which) {
        List<OptionSpec> options =
                help.commandSpec().options().stream().filter(which).toList();
        Help.Layout layout = help.createDefaultLayout(options, List.of(), help.colorScheme());
        layout.addOptions(options, help.createDefaultParamLabelRenderer());
        return layout.toString();
    }

    private static boolean isSetting(OptionSpec option) {
        return Stream.of(Setting.values())
                .anyMatch(setting -> option.longestName().equals("--" + setting.key()));
    }
}
